"""Emphasis: `*text*`, `**text**`, `_text_`, closed or not."""

from collections.abc import Sequence

from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.nodes import Node
from reportkit.scanner.spaces import space


def emphasis(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """One to three marks and what they emphasise; without a closing mark they are characters."""
    mark = inlines.text[at]
    if (mark == "_" and inlines.is_glued(at, word_end)) or inlines.too_deep():
        return None
    after = at
    while inlines.has(mark, after):
        after += 1
    if inlines.has(" ", after):
        return _before(inlines, (at, after), space(inlines, after, word_end))
    reader = _Emphasis(inlines, mark, at)
    match after - at:
        case 1:
            return reader.single(after, word_end)
        case 2:
            return reader.double(after, word_end)
        case 3:
            return reader.triple(after, word_end)
    return Match(after, [inlines.visible(at, after)], word_end)


def _before(inlines: Inlines, marks: tuple[int, int], match: Match) -> Match:
    return Match(match.end, [inlines.visible(*marks), *match.nodes], match.word_end)


class _Emphasis:
    """Emphasis that started at one place; marks that nothing closes show as characters."""

    def __init__(self, inlines: Inlines, mark: str, start: int) -> None:
        self.inlines = inlines
        self.mark = mark
        self.start = start

    def single(self, at: int, word_end: Place | None, before: Sequence[Node] = ()) -> Match:
        """What one mark encloses, `before` included; double marks inside are strong emphasis."""
        nodes = list(before)
        inside = self._inside(at, word_end, 1)
        while self._starts_strong(inside.end):
            strong = _Emphasis(self.inlines, self.mark, inside.end).double(inside.end + 2, inside.word_end)
            nodes += [*inside.nodes, *strong.nodes]
            inside = self._inside(strong.end, strong.word_end, 1)
        return self._finished(Match(inside.end, [*nodes, *inside.nodes], inside.word_end), 1)

    def double(self, at: int, word_end: Place | None, before: Sequence[Node] = ()) -> Match:
        """What two marks enclose, `before` included."""
        inside = self._inside(at, word_end, 2)
        return self._finished(Match(inside.end, [*before, *inside.nodes], inside.word_end), 2)

    def triple(self, at: int, word_end: Place | None) -> Match:
        """What three marks enclose; they may be closed one after the other."""
        inside = self._inside(at, word_end, 1)
        if self._closes(inside.end, 2) and not self._closes(inside.end, 3):
            return self.single(*self._behind(inside.end + 2), inside.nodes)
        if self._closes(inside.end, 1) and not self._closes(inside.end, 3):
            return self.double(*self._behind(inside.end + 1), inside.nodes)
        return self._finished(inside, 3)

    def _inside(self, at: int, word_end: Place | None, count: int) -> Match:
        return self.inlines.many(at, word_end, lambda place: self._closes(place, count))

    def _closes(self, at: int, count: int) -> bool:
        after = at + count
        if not self.inlines.has(self.mark * count, at):
            return False
        return self.mark == "*" or after >= self.inlines.end or not self.inlines.text[after].isalnum()

    def _starts_strong(self, at: int) -> bool:
        return self.inlines.has(self.mark * 2, at) and not self._closes(at + 2, 1)

    def _behind(self, at: int) -> tuple[int, Place]:
        """Closing marks count as the end of a word."""
        return at, Place(self.inlines.extract, at)

    def _finished(self, inside: Match, count: int) -> Match:
        if self._closes(inside.end, count):
            end, word_end = self._behind(inside.end + count)
            return Match(end, inside.nodes, word_end)
        return _before(self.inlines, (self.start, self.start + count), inside)
