"""What an author probably meant by a word that is not known."""

from collections.abc import Iterable


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words, at most three, that differ least from a word, if only by a slip of the hand."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - only needed once something is wrong
    from rapidfuzz.process import extract  # noqa: PLC0415 - the same

    slips = max(0, min(len(word) - 1, 2 + len(word) // 12))
    found = extract(
        word.casefold(),
        sorted(set(known)),
        processor=str.casefold,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=slips,
        limit=3,
    )
    return tuple(candidate for candidate, slip, _ in found if slip == found[0][1])


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint that names the nearest known words, or else says what to do."""
    words = [f"`{candidate}`" for candidate in near(word, known)]
    return f"Did you mean {' or '.join(words)}? {otherwise}" if words else otherwise
