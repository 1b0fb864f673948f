"""Prove that a finished document shows what the review says, in order.

The text read back differs in form from the text put in: lines end anywhere, words are hyphenated,
spaces come and go. Both are brought to one form before they are compared.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from operator import attrgetter

_HYPHENS = str.maketrans(dict.fromkeys("‐‑", "-") | dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")
_INSIDE_NUMBER_BEFORE = re.compile(r"(\d[.,]?|(?<!\d)−)\Z")
_INSIDE_NUMBER_AFTER = re.compile(r"[.,]?\d")


class Kind(StrEnum):
    """What a reader must be able to find."""

    CITATION = "citation"
    TIED = "tied number"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    HEADING = "heading"
    CONTENTS_ENTRY = "entry of the contents"
    EVIDENCE_ROW = "evidence row"


@dataclass(frozen=True, slots=True)
class Expected:
    """A text that the finished document must show.

    Texts of one track follow each other without overlap. Headings, captions and notes may hold citations and
    numbers, and so have a track of their own. So have notes: one document has them in the margin, another one
    at the foot of a page.
    """

    kind: Kind
    text: str
    in_note: bool = False

    @property
    def track(self) -> tuple[bool, bool]:
        """What its order is compared with: whether it stands within a line, whether within a note."""
        return self.kind in {Kind.CITATION, Kind.TIED, Kind.EVIDENCE_ROW}, self.in_note


@dataclass(frozen=True, slots=True)
class Missing:
    """An expected text that the document does not show at its place in the order."""

    expected: Expected

    def __str__(self) -> str:
        return f"{self.expected.kind} “{self.expected.text}” is not there, or not in its place"


def prove(expected: Sequence[Expected], text: str) -> tuple[Missing, ...]:
    """What has to be left out of `expected` so that the text shows the rest in order."""
    shown = _Squeezed(text)
    found: set[int] = set()
    for track in sorted({item.track for item in expected}):
        places = ((i, shown.places(item.text)) for i, item in enumerate(expected) if item.track == track)
        found.update(_heaviest_chain(places))
    return tuple(Missing(item) for index, item in enumerate(expected) if index not in found)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Items found one behind the other: where the last one ends, how much text all of them cover."""

    end: int = 0
    covered: int = 0
    item: int = -1
    before: "_Chain | None" = None


def _heaviest_chain(candidates: Iterable[tuple[int, Sequence[tuple[int, int]]]]) -> Iterator[int]:
    """The items that together cover most text when each follows the one before it.

    Long texts count for more because they are hardly ever found by accident.
    `best` holds only chains that cover more than every chain ending earlier, so both grow along it.
    """
    best = [_Chain()]
    for index, places in candidates:
        for start, end in places:  # from the last to the first, so that no item follows itself
            before = best[bisect_right(best, start, key=_end) - 1]
            chain = _Chain(end, before.covered + end - start, index, before)
            if best[bisect_right(best, end, key=_end) - 1].covered < chain.covered:
                first, last = (
                    bisect_left(best, end, key=_end),
                    bisect_right(best, chain.covered, key=_covered),
                )
                best[first:last] = [chain]
    found: _Chain = best[-1]
    while found.before:
        yield found.item
        found = found.before


_end, _covered = attrgetter("end"), attrgetter("covered")


class _Squeezed:
    """A text without its spaces, which remembers where they were."""

    def __init__(self, text: str) -> None:
        words = _normal(text).split()
        self.text = "".join(words)
        self._word_starts = frozenset(accumulate(map(len, words), initial=0))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each occurrence, the last one first."""
        form = _Squeezed(text).text
        return sorted(self._find(form), reverse=True) if form else []

    def _find(self, form: str) -> Iterator[tuple[int, int]]:
        start = self.text.find(form)
        while start >= 0:
            end = start + len(form)
            if not self._cuts_number(start, end):
                yield start, end
            start = self.text.find(form, start + 1)

    def _cuts_number(self, start: int, end: int) -> bool:
        """Whether the stretch begins or ends inside a longer number: 7.5 in 97.5, 40 in 401."""
        before = "" if start in self._word_starts else self.text[max(0, start - 2) : start]
        after = "" if end in self._word_starts else self.text[end : end + 2]
        return bool(
            (self.text[start].isdigit() and _INSIDE_NUMBER_BEFORE.search(before))
            or (self.text[end - 1].isdigit() and _INSIDE_NUMBER_AFTER.match(after))
        )


def _normal(text: str) -> str:
    """Ligatures and special spaces undone; hyphens between letters left out, as a line may end there."""
    plain = unicodedata.normalize("NFKC", text.translate(_HYPHENS))
    return _HYPHEN_IN_WORD.sub("", plain)
