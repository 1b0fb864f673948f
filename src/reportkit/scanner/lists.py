"""Lists: bullets, numbers, examples and definitions."""

from collections.abc import Callable

from reportkit.model.tokens import Citation, ProseKind
from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.fences import fenced_code_end
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.html import closes
from reportkit.scanner.markers import Marker, NumberStyle
from reportkit.scanner.nodes import Block, LostCitation, Node
from reportkit.scanner.tables import table

_FindMarker = Callable[[str, int, int], Marker | None]
_EXAMPLE_INDENT = 4


def bullet_list(blocks: Blocks, at: int) -> Passage | None:
    """Items that start with `*`, `+` or `-`."""
    return _items(blocks, at, markers.bullet_at)


def numbered_list(blocks: Blocks, at: int) -> Passage | None:
    """Items that start with a number, a letter or, as examples, a label."""
    first = markers.number_at(blocks.text, at, blocks.end)
    if first is None:
        return None
    return _items(blocks, at, lambda text, place, end: markers.number_at(text, place, end, like=first))


def definition_list(blocks: Blocks, at: int) -> Passage | None:
    """Terms, each followed by definitions that start with a colon or a tilde."""
    nodes: list[Node] = []
    here = at
    if not _definition_follows(blocks, at):
        return None
    while here < blocks.end:
        line_end = blocks.line_end(here)
        if line_end is None:
            break
        definitions = _items(blocks, blocks.behind_blank_lines(line_end), markers.definition_at)
        if definitions is None:
            break
        term = blocks.nested(blocks.fragment[here : line_end - 1], ProseKind.LIST_ITEM).inlines().whole()
        nodes += [Block(ProseKind.LIST_ITEM, term.nodes), *definitions.nodes]
        here = blocks.behind_blank_lines(definitions.end)
    return Passage(here, nodes) if here > at else None


def _definition_follows(blocks: Blocks, at: int) -> bool:
    """A definition below the line, perhaps behind a blank line; a table with a caption is none."""
    line_end = blocks.line_end(at)
    if line_end is None:
        return False
    if markers.is_blank(blocks.text, line_end, blocks.end):
        line_end = blocks.text.index("\n", line_end) + 1
        if markers.definition_at(blocks.text, line_end, blocks.end) is None:
            return False
        examples = set(blocks.session.examples)
        is_table = table(blocks, line_end) is not None
        blocks.session.examples = examples
        return not is_table
    return markers.definition_at(blocks.text, line_end, blocks.end) is not None


def _items(blocks: Blocks, at: int, find: _FindMarker) -> Passage | None:
    nodes: list[Node] = []
    here: int | None = at
    end = at
    while here is not None and (marker := find(blocks.text, here, blocks.end)):
        item = _Item(blocks, here, marker).read()
        if item is None:
            break
        content, end = item
        here = end
        nodes += _label(blocks, marker)
        nodes += blocks.nested(content, ProseKind.LIST_ITEM).changed(in_list=True).all()
    return Passage(end, nodes) if end > at else None


def _label(blocks: Blocks, marker: Marker) -> list[Node]:
    """An example's label; `@key.` at the start of a block was meant as a citation."""
    if marker.style is not NumberStyle.EXAMPLE:
        return []
    label = blocks.text[marker.label_start + 1 : marker.label_end]
    if not label:
        return []
    blocks.session.examples.add(label)
    if marker.delimiter == "()":
        return []
    span = blocks.fragment.span
    whole = span(marker.label_start, marker.label_end)
    return [LostCitation(Citation(label, whole, span(marker.label_start + 1, marker.label_end)))]


class _Item:
    """The lines of one item, without its marker and the indentation of its content."""

    def __init__(self, blocks: Blocks, at: int, marker: Marker) -> None:
        self.blocks = blocks
        self.text = blocks.text
        self.end = blocks.end
        self.marker = marker
        self.indent = _EXAMPLE_INDENT if marker.style is NumberStyle.EXAMPLE else marker.end - at
        self.parts: list[Fragment] = []

    def read(self) -> tuple[Fragment, int] | None:
        """The item's content and the place behind it."""
        at = self._take(self.marker.end)
        if at is None:
            return None
        while (start := self._lazy_line(at)) is not None and (after := self._take(start)):
            at = after
        at = self._take_blank_lines(at)
        while (start := self._indented(at)) is not None and (after := self._take(start)):
            at = self._continuation(after)
        return Fragment.join(self.parts), at

    def _take(self, start: int) -> int | None:
        after = self.blocks.line_end(start)
        if after is not None:
            self.parts.append(self.blocks.fragment[start:after])
        return after

    def _take_blank_lines(self, at: int) -> int:
        while markers.is_blank(self.text, at, self.end):
            after = self.text.index("\n", at) + 1
            self.parts.append(self.blocks.fragment[after - 1 : after])
            at = after
        return at

    def _lazy_line(self, at: int) -> int | None:
        """Where the content of a line starts that goes on with the item's first paragraph."""
        if (
            self._ends_at(at)
            or markers.item_at(self.text, at, self.end)
            or fenced_code_end(self.text, at, self.end)
        ):
            return None
        content = self._content(at)
        if content is not None:
            inner = content
            while inner < self.end and self.text[inner] == " ":
                inner += 1
            if markers.item_at(self.text, inner, self.end):
                return None
        return at if content is None else content

    def _continuation(self, at: int) -> int:
        """Behind the lines and blank lines that follow an indented line."""
        while not self._ends_at(at):
            start = self._content(at)
            if start is None and markers.item_at(self.text, at, self.end):
                break
            after = self._take(at if start is None else start)
            if after is None:
                break
            at = after
        return self._take_blank_lines(at)

    def _indented(self, at: int) -> int | None:
        return None if self._ends_at(at) else self._content(at)

    def _content(self, at: int) -> int | None:
        return at + self.indent if self.text.startswith(" " * self.indent, at, self.end) else None

    def _ends_at(self, at: int) -> bool:
        context = self.blocks.context
        return (
            at >= self.end
            or markers.is_blank(self.text, at, self.end)
            or closes(self.text, at, self.end, context.html_element)
            or (context.div_level > 0 and markers.DIV_END.match(self.text, at, self.end) is not None)
        )
