"""Family names out of bibliography fields, as far as persons are told apart by them."""

import re
from collections.abc import Iterator

from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.names import WrittenName, names_in

_WORD = re.compile(r"[^\s~-]+")
_FAMILY = re.compile(r"\bfamily\s*=\s*([^,]+)")


def surnames(names: str) -> Iterator[frozenset[str]]:
    """The folded words of each family name, which registries write with and without particles."""
    for name in names_in(names):
        words = _WORD.findall(_family(name))
        yield frozenset(folded_word for word in words if (folded_word := folded(word)))


def shares_a_word(name: frozenset[str], family: str) -> bool:
    """Whether a name in words may be that of a registry, such as `Berg` that of `van der Berg`."""
    return any(not name.isdisjoint(words) for words in surnames(f"{family},"))


def _family(name: WrittenName) -> str:
    if name.is_labelled:
        found = _FAMILY.search(name.text)
        return found[1] if found else ""
    if name.is_whole or len(name.parts) > 1:
        return name.parts[0]
    return name.text[name.plain.rfind(" ") + 1 :]
