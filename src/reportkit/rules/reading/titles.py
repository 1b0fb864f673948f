"""Titles of works: whether two of them say the same."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Title:
    """A title as it is written in a bibliography."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The title without case, accents, punctuation and markup."""
        return folded(self.text)

    @property
    def is_telling(self) -> bool:
        """Whether the title tells works apart: `Introduction` does not."""
        return len(self.folded) >= _SHORTEST and self.folded not in _GENERIC

    def is_like(self, other: "Title") -> bool:
        """Whether two titles differ by no more than slips of the hand, articles and points.

        Numbers tell parts and years of a series apart, a word of another meaning tells works apart, and a
        notice about a work is not the work.
        """
        if self.folded == other.folded:
            return True
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - slow to load, seldom needed

        return (
            ratio(self.folded, other.folded, score_cutoff=_ALIKE) > 0
            and self.notices == other.notices
            and _same_words(self.words, other.words)
        )

    @cached_property
    def notices(self) -> frozenset[str]:
        """The words that make it the title of a notice about another work."""
        return frozenset(found.lower() for found in _NOTICE.findall(self.text))

    @cached_property
    def words(self) -> Counter[str]:
        """Its words, folded, and how often each stands there."""
        return Counter(word for found in _WORD.findall(self.text) if (word := folded(found)))


def alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for slips."""
    return Title(one).is_like(Title(other))


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
