"""Which lines belong to an item of a list."""

from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks
from reportkit.scanner.fences import fenced_code_end
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.markers import Marker, NumberStyle

# examples are indented like this whatever their labels
_EXAMPLE_INDENT = 4


class ItemLines:
    """The lines of one item, without its marker and the indentation of its content."""

    def __init__(self, blocks: Blocks, at: int, marker: Marker) -> None:
        self._blocks = blocks
        self._start = marker.end
        self._indent = _EXAMPLE_INDENT if marker.style is NumberStyle.EXAMPLE else marker.end - at
        self._parts: list[Fragment] = []

    def read(self) -> tuple[Fragment, int] | None:
        """The item's content and the place behind it."""
        at = self._take(self._start)
        if at is None:
            return None
        while (start := self._lazy_start(at)) is not None and (after := self._take(start)):
            at = after
        at = self._take_blank_lines(at)
        while (start := self._indented_start(at)) is not None and (after := self._take(start)):
            at = self._take_block(after)
        return Fragment.join(self._parts), at

    def _take(self, start: int) -> int | None:
        after = self._blocks.line_end(start)
        if after is not None:
            self._parts.append(self._blocks.fragment[start:after])
        return after

    def _take_blank_lines(self, at: int) -> int:
        while self._blocks.is_blank(at) and (after := self._blocks.line_end(at)):
            self._parts.append(self._blocks.fragment[after - 1 : after])
            at = after
        return at

    def _take_block(self, at: int) -> int:
        """Adds the lines and blank lines that follow an indented line; the place behind them."""
        while not self._ends_at(at):
            start = self._content_start(at)
            if start is None and self._starts_item(at):
                break
            after = self._take(at if start is None else start)
            if after is None:
                break
            at = after
        return self._take_blank_lines(at)

    def _lazy_start(self, at: int) -> int | None:
        """Where the content of a line starts that goes on with the item's first paragraph."""
        text, end = self._blocks.text, self._blocks.end
        if self._ends_at(at) or self._starts_item(at) or fenced_code_end(text, at, end):
            return None
        content = self._content_start(at)
        if content is None:
            return at
        return None if self._starts_item(self._blocks.behind_spaces(content)) else content

    def _indented_start(self, at: int) -> int | None:
        return None if self._ends_at(at) else self._content_start(at)

    def _content_start(self, at: int) -> int | None:
        is_indented = self._blocks.text.startswith(" " * self._indent, at, self._blocks.end)
        return at + self._indent if is_indented else None

    def _starts_item(self, at: int) -> bool:
        return markers.item_at(self._blocks.text, at, self._blocks.end)

    def _ends_at(self, at: int) -> bool:
        return self._blocks.is_blank(at) or self._blocks.ends_element(at) or self._blocks.ends_div(at)
