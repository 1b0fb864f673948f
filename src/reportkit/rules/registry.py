"""Every rule, found by looking: a new module with a `RULE` is a new rule."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from reportkit import rules
from reportkit.rules.rule import Rule

ALL = "ALL"


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules of all modules of this package, by code."""
    modules = (import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__))
    found = (module.RULE for module in modules if hasattr(module, "RULE"))
    return tuple(sorted(found, key=lambda rule: rule.code))


def unknown_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that select nothing: neither `ALL` nor the beginning of a code, in any case."""
    codes = [rule.code for rule in all_rules()]
    return tuple(
        word
        for word in dict.fromkeys(words)
        if word.upper() != ALL and not any(code.startswith(word.upper()) for code in codes)
    )


def find_rule(word: str) -> Rule | None:
    """The rule of that code, whatever the case of its letters, or of that name."""
    return next((rule for rule in all_rules() if word.upper() == rule.code or word == rule.name), None)
