"""Markdown read for positions: what stands where in a chapter.

`scan` reads as pandoc's `markdown` reader does, block by block and construct by construct, because a
citation is what pandoc takes for one. What tools do before pandoc reads a text (`preparation`) depends on its
flavour. Blocks (`structure`) hold running text (`grammar`); both leave `nodes`, from which `collect` makes
the tokens once definitions are known.
"""

from reportkit.model.tokens import ProseKind, Scan
from reportkit.scanner.blocks import Blocks
from reportkit.scanner.collect import collect
from reportkit.scanner.computed import Computed
from reportkit.scanner.context import Context
from reportkit.scanner.extracts import Extract
from reportkit.scanner.flavors import FLAVORS
from reportkit.scanner.grammar import grammar
from reportkit.scanner.inlines import Session
from reportkit.scanner.metadata import title_block
from reportkit.scanner.nodes import Block, Nodes, Output
from reportkit.scanner.preparation import prepared
from reportkit.scanner.structure import STRUCTURE

__all__ = ["scan"]


def scan(text: str, flavor: str = "pandoc") -> Scan:
    """Everything that rules look at in a chapter, each with its place in `text`."""
    dialect = FLAVORS[flavor]
    fragment, chunks = prepared(text, dialect)
    session = Session(grammar(dialect), dialect, size=len(fragment.text))
    extract = Extract(fragment, 0, len(fragment.text), level=0)
    blocks = Blocks(extract, session, STRUCTURE, Context())
    head = title_block(blocks)
    body = blocks.many(head.end)
    outputs = [Output(chunk.span, _printed(blocks, chunk)) for chunk in chunks]
    return collect([*head.nodes, *body.nodes], outputs, session)


def _printed(blocks: Blocks, chunk: Computed) -> Nodes:
    captions = [blocks.lifted(caption).inlines().whole() for caption in chunk.captions()]
    return [*chunk.tokens(), *(Block(ProseKind.PARAGRAPH, caption.nodes) for caption in captions)]
