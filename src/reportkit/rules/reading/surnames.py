"""Family names out of bibliography fields, as far as persons are told apart by them."""

import re
from collections.abc import Iterator

from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.names import outside_braces

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\s~-]+")


def surnames(names: str) -> Iterator[frozenset[str]]:
    """The folded words of each family name, which registries write with and without particles."""
    hidden, start = outside_braces(names), 0
    for gap in [*_AND.finditer(hidden), None]:
        end = gap.start() if gap else len(names)
        yield _words(names[start:end], hidden[start:end])
        start = gap.end() if gap else end


def shares_a_word(name: frozenset[str], family: str) -> bool:
    """Whether a name in words may be that of a registry, such as `Berg` that of `van der Berg`."""
    return not name.isdisjoint(next(surnames(f"{family},")))


def _words(name: str, hidden: str) -> frozenset[str]:
    family, comma, _ = hidden.partition(",")
    written = name[: len(family)] if comma else name.rstrip()[hidden.rstrip().rfind(" ") + 1 :]
    return frozenset(word for found in _WORD.findall(written) if (word := folded(found)))
