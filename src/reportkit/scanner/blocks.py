"""The cursor over blocks: paragraphs, lists, tables and what else stands one below the other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportkit.model.tokens import ProseKind
from reportkit.scanner.context import Context, Session
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.inlines import Extract, Grammar, Inlines
from reportkit.scanner.nodes import Block, Node

# deeper nesting than any author writes is read as paragraphs, so that no input exhausts the stack
_MAX_DEPTH = 24

_BLANK_LINES = re.compile(r"(?:[ ]*\n)+")


class Passage(NamedTuple):
    """A block that was read: where it ends and what it is."""

    end: int
    nodes: Sequence[Node]


BlockConstruct = Callable[["Blocks", int], Passage | None]


class Structure(NamedTuple):
    """The block constructs in the order in which pandoc tries them, and the grammar of running text."""

    blocks: Sequence[BlockConstruct]
    grammar: Grammar


class Blocks:
    """A fragment read block by block; `kind` says what its paragraphs are."""

    def __init__(
        self, extract: Extract, context: Context, session: Session, structure: Structure, kind: ProseKind
    ) -> None:
        self.extract = extract
        self.fragment = extract.fragment
        self.text = extract.fragment.text
        self.end = extract.end
        self.context = context
        self.session = session
        self.structure = structure
        self.kind = kind

    def changed(self, **changes: bool | int | str | None) -> "Blocks":
        """The same fragment with some of the context changed."""
        context = replace(self.context, **changes)  # type: ignore[arg-type]  # mypy cannot see which
        return Blocks(self.extract, context, self.session, self.structure, self.kind)

    def nested(self, fragment: Fragment, kind: ProseKind | None = None) -> "Blocks":
        """A fragment that was lifted out of this one, as a list item or a quote is."""
        extract = Extract(fragment, 0, len(fragment.text), self.extract.level + 1)
        return Blocks(extract, self.context, self.session, self.structure, kind or self.kind)

    def inlines(self, **changes: bool | str) -> Inlines:
        """The running text of this fragment."""
        context = replace(self.context, **changes)  # type: ignore[arg-type]  # mypy cannot see which
        reader = Inlines(self.extract, context, self.session, self.structure.grammar)
        return reader.of(self.extract, context)

    def all(self) -> list[Node]:
        """Every block of the fragment."""
        return list(self.many(self.extract.start).nodes)

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
            for construct in self.structure.blocks if self.session.block_depth <= _MAX_DEPTH else ():
                passage = construct(self, at)
                if passage is not None:
                    return passage
        finally:
            self.session.block_depth -= 1
        return self._paragraph(at) or Passage(at + 1, ())

    def behind_blank_lines(self, at: int) -> int:
        """Behind the blank lines at a place, if there are any."""
        blank = _BLANK_LINES.match(self.text, at, self.end)
        return blank.end() if blank else at

    def line_end(self, at: int) -> int | None:
        """Behind the end of the line at a place; None in an unfinished line."""
        newline = self.text.find("\n", at, self.end)
        return None if newline < 0 else newline + 1

    def _paragraph(self, at: int) -> Passage | None:
        match = self.inlines().many(at, self.extract.word_end)
        if match.end == at:
            return None
        self.extract.word_end = match.word_end
        return Passage(match.end, [Block(self.kind, match.nodes)])
