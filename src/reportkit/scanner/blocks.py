"""The cursor over blocks: paragraphs, lists, tables and what else stands one below the other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportkit.model.location import Span
from reportkit.model.tokens import ProseKind
from reportkit.scanner import markers
from reportkit.scanner.context import Context
from reportkit.scanner.extracts import Extract
from reportkit.scanner.fences import opening_end
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.inlines import Inlines, Session
from reportkit.scanner.markup import unclosed
from reportkit.scanner.nodes import Block, Node

# deeper nesting than any author writes is read as paragraphs, so that no input exhausts the stack
_MAX_DEPTH = 24

_BLANK_LINES = re.compile(r"(?:[ ]*\n)+")


class Passage(NamedTuple):
    """A block that was read: where it ends and what it is."""

    end: int
    nodes: Sequence[Node]


BlockConstruct = Callable[["Blocks", int], Passage | None]
Structure = Sequence[BlockConstruct]


class Blocks:
    """A fragment read block by block; `kind` says what its paragraphs are."""

    def __init__(
        self,
        extract: Extract,
        session: Session,
        structure: Structure,
        context: Context,
        kind: ProseKind = ProseKind.PARAGRAPH,
    ) -> None:
        self.extract = extract
        self.fragment = extract.fragment
        self.text = extract.fragment.text
        self.end = extract.end
        self.session = session
        self.context = context
        self.kind = kind
        self._structure = structure

    def changed(self, **changes: bool | int | str) -> "Blocks":
        """The same fragment with some of the context changed."""
        context = replace(self.context, **changes)  # type: ignore[arg-type]  # mypy does not know which
        return Blocks(self.extract, self.session, self._structure, context, self.kind)

    def lifted(self, fragment: Fragment, kind: ProseKind | None = None) -> "Blocks":
        """A fragment that was lifted out of this one, as a list item or a quote is."""
        extract = self.extract.lifted(fragment)
        return Blocks(extract, self.session, self._structure, self.context, kind or self.kind)

    def inlines(self, **changes: bool) -> Inlines:
        """The running text of this fragment."""
        context = replace(self.context, **changes) if changes else self.context  # type: ignore[arg-type]  # as above
        return self.session.inlines(self.extract, context)

    def all(self) -> Sequence[Node]:
        """Every block of the fragment."""
        return self.many(self.extract.start).nodes

    def many(self, at: int, stop: Callable[[int], bool] | None = None) -> Passage:
        """Blocks from a place on, until `stop` says so."""
        nodes: list[Node] = []
        while at < self.end and not (stop and stop(at)):
            passage = self.one(at)
            nodes += passage.nodes
            at = passage.end
        return Passage(at, nodes)

    def one(self, at: int) -> Passage:
        """The block at a place; what fits nowhere is skipped, so that reading always goes on."""
        if blank := _BLANK_LINES.match(self.text, at, self.end):
            return Passage(blank.end(), ())
        self.session.block_depth += 1
        try:
            for construct in self._structure if self.session.block_depth <= _MAX_DEPTH else ():
                passage = construct(self, at)
                if passage is not None:
                    return passage
        finally:
            self.session.block_depth -= 1
        return self._paragraph(at) or Passage(at + 1, ())

    def is_blank(self, at: int) -> bool:
        """Whether the text, or what is left of the line, ends at a place."""
        return at >= self.end or markers.is_blank(self.text, at, self.end)

    def ends_div(self, at: int) -> bool:
        """Whether a div around this place is closed there."""
        return self.context.div_level > 0 and markers.DIV_END.match(self.text, at, self.end) is not None

    def ends_element(self, at: int) -> bool:
        """Whether the HTML element around this place is closed there."""
        return self.fragment.tags.closes(at, self.end, self.context.html_element)

    def behind_blank_lines(self, at: int) -> int:
        """Behind the blank lines at a place, if there are any."""
        blank = _BLANK_LINES.match(self.text, at, self.end)
        return blank.end() if blank else at

    def behind_spaces(self, at: int) -> int:
        """Behind the spaces at a place, if there are any."""
        while at < self.end and self.text[at] == " ":
            at += 1
        return at

    def line_end(self, at: int) -> int | None:
        """Behind the end of the line at a place; None in an unfinished line."""
        newline = self.text.find("\n", at, self.end)
        return None if newline < 0 else newline + 1

    def place(self, start: int, end: int) -> Span:
        """Where a block stands in the chapter, without the line ends behind it."""
        visible = self.text[start:end].rstrip(" \n")
        return self.fragment.span(start, start + len(visible))

    def _paragraph(self, at: int) -> Passage | None:
        match = self.inlines().many(at, self.extract.word_end)
        if match.end == at:
            return None
        self.extract.word_end = match.word_end
        nodes: list[Node] = [Block(self.kind, match.nodes)]
        if self.text.startswith("~~~", at) and (line_end := opening_end(self.text, at, self.end)):
            nodes.append(unclosed(self.fragment, "fence", at, line_end))
        return Passage(match.end, nodes)
