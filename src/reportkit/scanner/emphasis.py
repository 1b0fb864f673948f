"""Emphasis: `*text*`, `**text**`, `_text_`, closed or not."""

from collections.abc import Sequence

from reportkit.scanner.inlines import Inlines, Match, Place
from reportkit.scanner.nodes import Node
from reportkit.scanner.spaces import space

_LONGEST = 3


def emphasis(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """One to three marks and what they emphasise; without a closing mark they are characters."""
    mark = inlines.text[at]
    if (mark == "_" and inlines.is_glued(at, word_end)) or inlines.too_deep():
        return None
    after = at
    while after < inlines.end and inlines.text[after] == mark:
        after += 1
    count = after - at
    if count > _LONGEST or inlines.text.startswith(" ", after, inlines.end):
        following = (
            space(inlines, after, word_end) if inlines.text.startswith(" ", after, inlines.end) else None
        )
        return _after([inlines.visible(at, after)], following or Match(after, (), word_end))
    return _Emphasis(inlines, mark, at).read(count, after, word_end)


def _after(nodes: Sequence[Node], match: Match) -> Match:
    return Match(match.end, [*nodes, *match.nodes], match.word_end)


class _Emphasis:
    """Emphasis that started at one place; an unmatched part of its marks shows as characters."""

    def __init__(self, inlines: Inlines, mark: str, start: int) -> None:
        self.inlines = inlines
        self.mark = mark
        self.start = start

    def read(self, count: int, at: int, word_end: Place | None) -> Match:
        """What `count` marks enclose."""
        if count == _LONGEST:
            return self._three(at, word_end)
        return self._two(at, word_end, []) if count == 2 else self._one(at, word_end, [])

    def _closes(self, at: int, count: int) -> bool:
        text, after = self.inlines.text, at + count
        if not text.startswith(self.mark * count, at, self.inlines.end):
            return False
        return self.mark == "*" or after >= self.inlines.end or not text[after].isalnum()

    def _three(self, at: int, word_end: Place | None) -> Match:
        inside = self.inlines.many(at, word_end, lambda place: self._closes(place, 1))
        if self._closes(inside.end, 3):
            return self._closed(inside.end + 3, inside.nodes)
        if self._closes(inside.end, 2):
            return self._one(*self._behind(inside.end + 2), inside.nodes)
        if self._closes(inside.end, 1):
            return self._two(*self._behind(inside.end + 1), inside.nodes)
        return self._open(3, inside)

    def _two(self, at: int, word_end: Place | None, before: Sequence[Node]) -> Match:
        inside = _after(before, self.inlines.many(at, word_end, lambda place: self._closes(place, 2)))
        if self._closes(inside.end, 2):
            return self._closed(inside.end + 2, inside.nodes)
        return self._open(2, inside)

    def _one(self, at: int, word_end: Place | None, before: Sequence[Node]) -> Match:
        inside = _after(before, self.inlines.many(at, word_end, lambda place: self._closes(place, 1)))
        while self._starts_strong(inside.end):
            strong = _Emphasis(self.inlines, self.mark, inside.end).read(2, inside.end + 2, inside.word_end)
            rest = self.inlines.many(strong.end, strong.word_end, lambda place: self._closes(place, 1))
            inside = _after([*inside.nodes, *strong.nodes], rest)
        if self._closes(inside.end, 1):
            return self._closed(inside.end + 1, inside.nodes)
        return self._open(1, inside)

    def _starts_strong(self, at: int) -> bool:
        return self.inlines.text.startswith(self.mark * 2, at, self.inlines.end) and not self._closes(
            at + 2, 1
        )

    def _behind(self, at: int) -> tuple[int, Place]:
        return at, Place(self.inlines.extract, at)

    def _closed(self, end: int, nodes: Sequence[Node]) -> Match:
        return Match(end, nodes, Place(self.inlines.extract, end))

    def _open(self, count: int, inside: Match) -> Match:
        return _after([self.inlines.visible(self.start, self.start + count)], inside)
