"""The identifiers that pandoc makes from the words of headings."""

import re
from collections.abc import Container, Iterator

from reportkit.model.tokens import Code
from reportkit.scanner.nodes import (
    Anchor,
    Cited,
    Formula,
    Found,
    HeadingBlock,
    LinkByReference,
    Nodes,
    NoteCall,
    Picture,
    Visible,
)

_DROPPED = re.compile(r"[^\w\s.-]")
_BEFORE_LETTER = re.compile(r"^[\W\d_]+")
# read as one sign that is no letter
_SIGNS = {"--", "---", "..."}


class Identifiers:
    """The identifiers of a chapter's headings, each used once; brackets mean what the chapter defines."""

    def __init__(self, links: Container[str], notes: Container[str]) -> None:
        self._links = links
        self._notes = notes
        self._used: set[str] = set()
        self._copies: dict[str, int] = {}

    def of(self, heading: HeadingBlock) -> str:
        """The explicit identifier of a heading, or one made from its words."""
        name = heading.label or self._unused(_slug("".join(self._words(heading.nodes))))
        self._used.add(name)
        return name

    def _unused(self, wanted: str) -> str:
        name = wanted
        while name in self._used:
            self._copies[wanted] = self._copies.get(wanted, 0) + 1
            name = f"{wanted}-{self._copies[wanted]}"
        return name

    def _words(self, nodes: Nodes) -> Iterator[str]:
        for node in nodes:
            match node:
                case Visible() if node.text not in _SIGNS:
                    yield node.text
                case Found() if isinstance(node.token, Code):
                    yield node.token.text
                case Formula():
                    yield node.text
                case Anchor():
                    yield from self._words(node.nodes)
                case Picture():
                    yield from self._words(node.alt)
                case LinkByReference():
                    yield from self._words(node.linked if node.key in self._links else node.literal)
                case NoteCall() if node.label not in self._notes:
                    yield node.label
                case Cited():
                    yield node.text.removeprefix("-")


def _slug(words: str) -> str:
    kept = "-".join(_DROPPED.sub("", words).split()).lower()
    return _BEFORE_LETTER.sub("", kept) or "section"
