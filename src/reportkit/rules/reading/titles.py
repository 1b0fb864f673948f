"""Titles of works: whether two of them say the same."""

import re
from collections import Counter
from collections.abc import Iterable

from reportkit.rules.reading.folding import folded

_ALIKE = 93  # of 100
_WORDS_ALIKE = 75
_GENERIC = frozenset(
    {"abstract", "conclusion", "conclusions", "correction", "discussion", "editorial", "erratum", "foreword"}
    | {"introduction", "invitedcommentary", "letter", "preface", "references", "reply", "summary", "untitled"}
)
_SHORTEST = 8
_WORD = re.compile(r"[^\s\-–—/]+")
_NUMBER = re.compile(r"\d+|[ivx]+")
_NEGATION = frozenset({"no", "non", "not", "without"})
_NOTICE = re.compile(
    r"\b(?:addendum|comments?|commentary|correction|corrigendum|errat(?:um|a)|reply|response|retract(?:ed|ion))\b",
    re.IGNORECASE,
)


def is_telling(title: str) -> bool:
    """Whether a folded title tells works apart: `Introduction` does not."""
    return len(title) >= _SHORTEST and title not in _GENERIC


def alike(one: str, other: str) -> bool:
    """Whether two titles differ by no more than slips of the hand, articles and points.

    Numbers tell parts and years of a series apart, a word of another meaning tells works apart, and a notice
    about a work is not the work.
    """
    first, second = folded(one), folded(other)
    if first == second:
        return True
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - slow to load, seldom needed

    return (
        ratio(first, second, score_cutoff=_ALIKE) > 0
        and {found.lower() for found in _NOTICE.findall(one)}
        == {found.lower() for found in _NOTICE.findall(other)}
        and _same_words(_words(one), _words(other))
    )


def _words(title: str) -> Counter[str]:
    return Counter(word for found in _WORD.findall(title) if (word := folded(found)))


def _same_words(one: Counter[str], other: Counter[str]) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - the same

    here, there = list((one - other).elements()), list((other - one).elements())
    if _are_told_apart_by(here) or _are_told_apart_by(there):
        return False
    if not here or not there:
        return True
    fewer, more = sorted((here, there), key=len)
    # A slip seldom strikes the first two letters, by which `onboarding` and `offboarding` are told apart.
    return all(
        any(word[:2] == each[:2] and ratio(word, each) >= _WORDS_ALIKE for each in more) for word in fewer
    )


def _are_told_apart_by(words: Iterable[str]) -> bool:
    return any(word in _NEGATION or _NUMBER.fullmatch(word) for word in words)
