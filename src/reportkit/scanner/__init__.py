"""Markdown read for positions: what stands where in a chapter.

`scan` reads as pandoc's `markdown` reader does, block by block and construct by construct, because a
citation is what pandoc takes for one. Blocks (`structure`) hold running text (`grammar`); both leave
`nodes`, from which `collect` makes the tokens once definitions are known.
"""

from reportkit.model.tokens import Scan
from reportkit.scanner.blocks import Blocks
from reportkit.scanner.collect import collect
from reportkit.scanner.context import Context
from reportkit.scanner.extracts import Extract
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.grammar import GRAMMAR
from reportkit.scanner.inlines import Session
from reportkit.scanner.metadata import title_block
from reportkit.scanner.structure import STRUCTURE

__all__ = ["scan"]


def scan(text: str) -> Scan:
    """Everything that rules look at in a chapter, each with its place in `text`."""
    fragment = Fragment.of_chapter(text)
    session = Session(GRAMMAR, size=len(fragment.text))
    extract = Extract(fragment, 0, len(fragment.text), level=0)
    blocks = Blocks(extract, session, STRUCTURE, Context())
    head = title_block(blocks)
    body = blocks.many(head.end)
    return collect([*head.nodes, *body.nodes], session.examples)
