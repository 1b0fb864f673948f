"""Where each character of a text stands in another one, kept as runs: most follow one another."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload


class Offsets(Sequence[int]):
    """For each character its offset; far smaller than a number for each."""

    __slots__ = ("_ends", "runs")

    def __init__(self, runs: Iterable[range]) -> None:
        self.runs = tuple(_joined(runs))
        ends = []
        length = 0
        for run in self.runs:
            length += len(run)
            ends.append(length)
        self._ends = tuple(ends)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> "Offsets": ...

    def __getitem__(self, index: int | slice) -> "int | Offsets":
        if isinstance(index, slice):
            start, stop, _ = index.indices(len(self))
            return Offsets(self._stretch(start, stop))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        at = bisect_right(self._ends, place)
        return self.runs[at][place - self._ends[at]]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self.runs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Offsets) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"Offsets({list(self.runs)})"

    def _stretch(self, start: int, stop: int) -> Iterator[range]:
        at = bisect_right(self._ends, start)
        while start < stop:
            first = self._ends[at] - len(self.runs[at])
            yield self.runs[at][start - first : stop - first]
            start = self._ends[at]
            at += 1


def runs_of(offsets: Sequence[int]) -> Iterator[range]:
    """Any offsets as runs."""
    if isinstance(offsets, range):
        yield offsets
    elif isinstance(offsets, Offsets):
        yield from offsets.runs
    else:
        yield from (range(offset, offset + 1) for offset in offsets)


def _joined(runs: Iterable[range]) -> Iterator[range]:
    """Runs of which none goes on where the one before ends."""
    current = range(0)
    for run in filter(None, runs):
        if current and current.stop == run.start:
            current = range(current.start, run.stop)
        else:
            if current:
                yield current
            current = run
    if current:
        yield current
