"""Text lifted out of its container, each character knowing where it came from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from reportkit.model.location import Span
from reportkit.scanner.html import Tags

_TAB_STOP = 4
# pandoc reads a document as if it ended in blank lines, so that every block is closed
_FINAL_NEWLINES = "\n\n\n"


class Cut(NamedTuple):
    """A stretch of a chapter that pandoc does not see, and what it reads in its place."""

    start: int
    end: int
    reading: str = ""


@dataclass(frozen=True, eq=False)
class Fragment:
    """Characters of a chapter; `origins[i]` is the place in the chapter of `text[i]`.

    The content of a quote or a list item is a fragment: its lines without markers and indentation.
    """

    text: str
    origins: Sequence[int]

    @classmethod
    def of_chapter(cls, text: str, cuts: Sequence[Cut] = ()) -> "Fragment":
        """The whole chapter without what is cut, its tabs expanded and its end padded as pandoc does."""
        if "\t" not in text and not cuts:
            return cls(text + _FINAL_NEWLINES, range(len(text) + len(_FINAL_NEWLINES)))
        end = cls(_FINAL_NEWLINES, [len(text)] * len(_FINAL_NEWLINES))
        return cls.join([*_without_tabs(cls.join(_remains(text, cuts))), end])

    @cached_property
    def tags(self) -> Tags:
        """The HTML in the text."""
        return Tags(self.text)

    @classmethod
    def join(cls, parts: Iterable["Fragment"]) -> "Fragment":
        """Fragments one after the other."""
        parts = list(parts)
        return cls("".join(part.text for part in parts), list(chain.from_iterable(p.origins for p in parts)))

    def __getitem__(self, piece: slice) -> "Fragment":
        return Fragment(self.text[piece], self.origins[piece])

    def span(self, start: int, end: int) -> Span:
        """The place in the chapter of `text[start:end]`."""
        first = self.origins[start] if start < len(self.origins) else self.origin_after(start)
        return Span(first, self.origin_after(end) if end > start else first)

    def origin_after(self, end: int) -> int:
        """The place in the chapter just behind the character before `end`."""
        return self.origins[end - 1] + 1 if end > 0 else 0

    def synthetic(self, text: str, at: int) -> "Fragment":
        """Characters that stand nowhere in the chapter, placed where `text[at]` stands."""
        return Fragment(text, [self.origins[min(at, len(self.origins) - 1)]] * len(text))


def _remains(text: str, cuts: Iterable[Cut]) -> Iterable[Fragment]:
    start = 0
    for cut in cuts:
        yield Fragment(text[start : cut.start], range(start, cut.start))
        yield Fragment(cut.reading, [cut.start] * len(cut.reading))
        start = cut.end
    yield Fragment(text[start:], range(start, len(text)))


def _without_tabs(whole: Fragment) -> Iterable[Fragment]:
    column = 0
    for match in re.finditer(r"\n|\t|[^\n\t]+", whole.text):
        piece, start = match[0], match.start()
        if piece == "\t":
            width = _TAB_STOP - column % _TAB_STOP
            yield Fragment(" " * width, [whole.origins[start]] * width)
            column += width
        else:
            yield whole[start : match.end()]
            column = 0 if piece == "\n" else column + len(piece)
