"""Lists: bullets, numbers, examples and definitions."""

from collections.abc import Callable

from reportkit.model.tokens import Citation, Example, ProseKind
from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.list_items import ItemLines
from reportkit.scanner.markers import Marker, NumberStyle
from reportkit.scanner.nodes import Block, Found, LostCitation, Node
from reportkit.scanner.tables import table

_FindMarker = Callable[[str, int, int], Marker | None]


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
    while line_end := blocks.line_end(here):
        # the term is read first: labels of examples in the definitions are not yet known there
        term = blocks.lifted(blocks.fragment[here : line_end - 1]).inlines().whole()
        definitions = _items(blocks, blocks.behind_blank_lines(line_end), markers.definition_at)
        if definitions is None:
            break
        nodes += [Block(ProseKind.LIST_ITEM, term.nodes), *definitions.nodes]
        here = blocks.behind_blank_lines(definitions.end)
    return Passage(here, nodes) if here > at else None


def _definition_follows(blocks: Blocks, at: int) -> bool:
    """A definition below the line, perhaps behind a blank line; there, it may be a table's caption."""
    below = blocks.line_end(at)
    if below is None:
        return False
    is_apart = markers.is_blank(blocks.text, below, blocks.end)
    place = blocks.text.index("\n", below) + 1 if is_apart else below
    if markers.definition_at(blocks.text, place, blocks.end) is None:
        return False
    return not (is_apart and _is_table(blocks, place))


def _is_table(blocks: Blocks, at: int) -> bool:
    """Looks ahead, so that labels of examples in the table are not yet known."""
    examples = set(blocks.session.examples)
    found = table(blocks, at)
    blocks.session.examples = examples
    return found is not None


def _items(blocks: Blocks, at: int, find: _FindMarker) -> Passage | None:
    nodes: list[Node] = []
    here = at
    while marker := find(blocks.text, here, blocks.end):
        lines = ItemLines(blocks, here, marker).read()
        if lines is None:
            break
        content, here = lines
        nodes += _label(blocks, marker)
        nodes += blocks.lifted(content, ProseKind.LIST_ITEM).changed(in_list=True).all()
    return Passage(here, nodes) if here > at else None


def _label(blocks: Blocks, marker: Marker) -> list[Node]:
    """An example's label; `@key.` at the start of a block was meant as a citation."""
    start, end = marker.label
    if marker.style is not NumberStyle.EXAMPLE or end == start + 1:
        return []
    name = blocks.text[start + 1 : end]
    blocks.session.examples.add(name)
    span = blocks.fragment.span
    if marker.delimiter == "()":
        return [Found(Example(name, span(start, end)))]
    return [LostCitation(Citation(name, span(start, end), span(start + 1, end)))]
