"""Tables of all four kinds, with a caption before or after them."""

import re

from reportkit.model.tokens import ProseKind
from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.characters import is_punctuation
from reportkit.scanner.grid_tables import grid_table
from reportkit.scanner.labels import identifier
from reportkit.scanner.nodes import Block
from reportkit.scanner.pipe_tables import pipe_table
from reportkit.scanner.ruled_tables import multiline_table, simple_table

_CAPTION = re.compile(r"[ ]{0,3}(?:(?P<colon>:)|[Tt]able:)")


def table(blocks: Blocks, at: int) -> Passage | None:
    """A table with its caption, if it has one."""
    before = _caption(blocks, at)
    body = _body(blocks, before.end if before else at)
    if body is None:
        return None
    end = blocks.behind_blank_lines(body.end)
    after = None if before else _caption(blocks, end)
    caption = before or after or Passage(end, ())
    return Passage(after.end if after else end, [*caption.nodes, *body.nodes])


def _body(blocks: Blocks, at: int) -> Passage | None:
    return (
        pipe_table(blocks, at)
        or multiline_table(blocks, at, headless=False)
        or simple_table(blocks, at, headless=True)
        or simple_table(blocks, at, headless=False)
        or multiline_table(blocks, at, headless=True)
        or grid_table(blocks, at)
    )


def _caption(blocks: Blocks, at: int) -> Passage | None:
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
    return Passage(
        end, [Block(ProseKind.TABLE, text.nodes), *identifier(blocks.fragment, attributes, "table")]
    )


def _ends_caption(blocks: Blocks, at: int) -> bool:
    attributes = attributes_at(blocks.text, at, blocks.end)
    return attributes is not None and blocks.behind_blank_lines(attributes.end) > attributes.end
