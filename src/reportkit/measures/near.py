"""What an author probably meant by a word that is not known."""

from collections.abc import Iterable
from functools import lru_cache

_NOT_SHORT = 6


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words, at most three, that differ least from a word, if only by a slip of the hand.

    A slip is one letter, two in a word of six or more, and another one for each dozen: ids are long.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to load, seldom needed
    from rapidfuzz.process import extract  # noqa: PLC0415 - the same

    words, small = _vocabulary(frozenset(known))
    slips = 2 + len(word) // 12 if len(word) >= _NOT_SHORT else min(1, max(0, len(word) - 1))
    found = extract(word.casefold(), small, scorer=OSA.distance, score_cutoff=slips, limit=3)
    return tuple(words[index] for _, slip, index in found if slip == found[0][1])


@lru_cache(maxsize=4)
def _vocabulary(known: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words in order, and the same in small letters; one vocabulary is asked again and again."""
    words = sorted(known)
    return words, [word.casefold() for word in words]


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that asks for the nearest known words, where there are any, and goes on with what else to do."""
    words = [f"`{candidate}`" for candidate in near(word, known)]
    return f"Did you mean {' or '.join(words)}? {otherwise}".strip() if words else otherwise
