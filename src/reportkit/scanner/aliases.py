"""Short names for identifiers, as Manubot has them: `[@tag:x]: doi:10.…`."""

import re

from reportkit.model.tokens import CitationAlias
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.nodes import Found, Node

_ALIAS = re.compile(r"\[@(?P<key>[^\s\[\]]+)\]:[ ]*(?:\n[ ]*)?(?P<target>[^\s\[]\S*)[ ]*\n")


def aliases(blocks: Blocks, at: int) -> Passage | None:
    """A paragraph that begins with definitions of short names, one in each line."""
    nodes: list[Node] = []
    here = at
    while blocks.session.flavor.aliases and (found := _ALIAS.match(blocks.text, here, blocks.end)):
        nodes.append(Found(CitationAlias(found["key"], found["target"], blocks.place(*found.span()))))
        here = found.end()
    return Passage(blocks.behind_blank_lines(here), nodes) if nodes else None
