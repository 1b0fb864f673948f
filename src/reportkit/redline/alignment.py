"""Two sequences laid beside each other: what stayed, what was changed, what came and what went."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

ALIKE_ENOUGH = 0.5
"""From here on two things count as one that was changed."""


def align(
    before: Sequence[T], now: Sequence[T], key: Callable[[T], Hashable], alike: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    """Pairs in reading order; one side is None where something came or went.

    What has the same key is the same. Between such pairs those are matched, in order, that are most alike.
    """
    matcher = SequenceMatcher(
        None, [key(part) for part in before], [key(part) for part in now], autojunk=False
    )
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        old, new = before[start:end], now[new_start:new_end]
        if kind == "equal":
            yield from zip(old, new, strict=True)
        else:
            yield from _matched(old, new, alike)


def word_likeness(before: Counter[str], now: Counter[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    total = before.total() + now.total()
    return 2 * (before & now).total() / total if total else 1.0


def _matched(
    before: Sequence[T], now: Sequence[T], alike: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    """The alignment in order whose pairs are most alike in sum; what went stands before what came."""
    likeness = [[alike(old, new) for new in now] for old in before]
    best = _best_sums(likeness, len(before), len(now))
    row = column = 0
    while row < len(before) or column < len(now):
        if row < len(before) and best[row][column] == best[row + 1][column]:
            yield before[row], None
            row += 1
        elif column < len(now) and best[row][column] == best[row][column + 1]:
            yield None, now[column]
            column += 1
        else:
            yield before[row], now[column]
            row, column = row + 1, column + 1


def _best_sums(likeness: Sequence[Sequence[float]], rows: int, columns: int) -> list[list[float]]:
    """The greatest sum of likeness from each place to the end."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            found = likeness[row][column]
            paired = found + best[row + 1][column + 1] if found >= ALIKE_ENOUGH else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return best
