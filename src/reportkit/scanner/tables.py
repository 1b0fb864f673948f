"""Tables of all four kinds, with a caption before or after them."""

import re
from dataclasses import replace
from typing import NamedTuple

from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.characters import is_punctuation
from reportkit.scanner.grid_tables import grid_table
from reportkit.scanner.labels import identifier
from reportkit.scanner.nodes import Node, Nodes
from reportkit.scanner.pipe_tables import pipe_table
from reportkit.scanner.ruled_tables import multiline_table, simple_table
from reportkit.scanner.table_bodies import Body

_CAPTION = re.compile(r"[ ]{0,3}(?:(?P<colon>:)|[Tt]able:)")


class _Caption(NamedTuple):
    """The words below or above a table, and the identifier behind them."""

    end: int
    nodes: Nodes
    label: str | None
    labels: list[Node]


def table(blocks: Blocks, at: int) -> Passage | None:
    """A table with its caption, if it has one."""
    before = _caption(blocks, at)
    body = _body(blocks, before.end if before else at)
    if body is None:
        return None
    end = blocks.behind_blank_lines(body.end)
    after = None if before else _caption(blocks, end)
    caption = before or after
    if caption is None:
        return Passage(end, [body.table])
    captioned = replace(body.table, caption=caption.nodes, label=caption.label)
    return Passage(after.end if after else end, [captioned, *caption.labels])


def _body(blocks: Blocks, at: int) -> Body | None:
    return (
        pipe_table(blocks, at)
        or multiline_table(blocks, at, headless=False)
        or simple_table(blocks, at, headless=True)
        or simple_table(blocks, at, headless=False)
        or multiline_table(blocks, at, headless=True)
        or grid_table(blocks, at)
    )


def _caption(blocks: Blocks, at: int) -> _Caption | None:
    start = _CAPTION.match(blocks.text, at, blocks.end)
    if start is None or (start["colon"] and is_punctuation(blocks.text[start.end()])):
        return None
    text = blocks.inlines().many(
        start.end(), blocks.extract.word_end, lambda place: _ends_caption(blocks, place)
    )
    attributes = attributes_at(blocks.text, text.end, blocks.end)
    after = attributes.end if attributes else text.end
    end = blocks.behind_blank_lines(after)
    if end == after:
        return None
    blocks.extract.word_end = text.word_end
    label = attributes.identifier.text if attributes and attributes.identifier else None
    return _Caption(end, text.nodes, label, identifier(blocks.fragment, attributes, "table"))


def _ends_caption(blocks: Blocks, at: int) -> bool:
    attributes = attributes_at(blocks.text, at, blocks.end)
    return attributes is not None and blocks.behind_blank_lines(attributes.end) > attributes.end
