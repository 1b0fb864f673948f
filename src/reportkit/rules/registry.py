"""Every rule, found by looking: a new module with a `RULE` is a new rule."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from reportkit import rules
from reportkit.rules.rule import Rule

ALL = "ALL"


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules of all modules of this package, by code."""
    return tuple(sorted(_found(), key=lambda rule: rule.code))


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


def _found() -> Iterator[Rule]:
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        if not module.ispkg:
            rule = getattr(import_module(module.name), "RULE", None)
            if isinstance(rule, Rule):
                yield rule
