"""The cursor over running text: it remembers what it read, so that reading stays linear.

pandoc tries several constructs at a bracket and reads the inside again for each; with every construct
remembered by its place, nested brackets cost no more than flat ones.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from reportkit.scanner.context import Context, Session
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import BareUrl, Node, Visible

# deeper nesting than any author writes is read as plain characters, so that no input exhausts the stack
_MAX_DEPTH = 32

_WORD = r"(?:[^\W_]|\.(?!\.))+"
_HARMLESS = r"[,()%/+?:>}|×≥≤±–—”“…·°]"  # noqa: RUF001 - the characters reports are full of
_PLAIN = re.compile(rf"{_HARMLESS}*{_WORD}(?:(?:{_HARMLESS}|[ ](?=[^\W_]|{_HARMLESS}))+{_WORD})*")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]*[^\s<>\".,;:!?)\]}]", re.IGNORECASE)


class Match(NamedTuple):
    """What was read: where it ends, what it is, and the place just behind the last word."""

    end: int
    nodes: Sequence[Node]
    word_end: "Place | None"


class Place(NamedTuple):
    """A place as pandoc compares it: which extracted text, and the offset in it."""

    extract: "Extract"
    offset: int

    def is_at(self, other: "Place") -> bool:
        """Whether pandoc takes both for the same place.

        It knows extracted texts by their depth only: line and column may agree across two of them.
        """
        if self.extract is other.extract:
            return self.offset == other.offset
        return self.extract.level == other.extract.level and self._row_and_column() == other._row_and_column()

    def _row_and_column(self) -> tuple[int, int]:
        text, start = self.extract.fragment.text, self.extract.start
        line_start = max(text.rfind("\n", start, self.offset) + 1, start)
        return text.count("\n", start, self.offset), self.offset - line_start


Construct = Callable[["Inlines", int, Place | None], Match | None]
Grammar = Mapping[str, Sequence[Construct]]
Stop = Callable[[int], bool]


class Extract:
    """A stretch of a fragment that pandoc reads on its own, and what is known about it."""

    def __init__(self, fragment: Fragment, start: int, end: int, level: int) -> None:
        self.fragment = fragment
        self.start = start
        self.end = end
        self.level = level
        self.word_end: Place | None = None
        self.readers: dict[Context, Inlines] = {}
        self.parts: dict[tuple[int, int], Extract] = {}

    def part(self, start: int, end: int) -> "Extract":
        """A stretch of this one, such as what stands between brackets."""
        if (start, end) not in self.parts:
            self.parts[start, end] = Extract(self.fragment, start, end, self.level + 1)
        return self.parts[start, end]


class Inlines:
    """Running text in one context, read construct by construct."""

    def __init__(self, extract: Extract, context: Context, session: Session, grammar: Grammar) -> None:
        self.extract = extract
        self.fragment = extract.fragment
        self.text = extract.fragment.text
        self.end = extract.end
        self.context = context
        self.session = session
        self.grammar = grammar
        self.brackets: dict[int, int | None] = {}
        self.hopeless: set[object] = set()
        self.ticks: dict[int, list[int]] | None = None
        self.code_limit: tuple[int, int] | None = None
        self._known: dict[object, Match | None] = {}

    def of(self, extract: Extract, context: Context) -> "Inlines":
        """The reader of an extract in a context; there is one of each."""
        if context not in extract.readers:
            extract.readers[context] = Inlines(extract, context, self.session, self.grammar)
        return extract.readers[context]

    def changed(self, **changes: bool | str) -> "Inlines":
        """The same text with some of the context changed."""
        return self.of(self.extract, replace(self.context, **changes))  # type: ignore[arg-type]  # mypy cannot see which

    def part(self, start: int, end: int) -> "Inlines":
        """A stretch of this text read on its own."""
        return self.of(self.extract.part(start, end), self.context)

    def other(self, fragment: Fragment) -> "Inlines":
        """A text made from a part of this one, read in the same context."""
        return self.of(Extract(fragment, 0, len(fragment.text), self.extract.level + 1), self.context)

    def visible(self, start: int, end: int) -> Visible:
        """The characters of a stretch as prose."""
        return Visible(self.text[start:end], self.fragment.origins[start:end])

    def is_glued(self, at: int, word_end: Place | None) -> bool:
        """Whether a word ends just before a place."""
        return word_end is not None and word_end.is_at(Place(self.extract, at))

    def too_deep(self) -> bool:
        """Whether so much is open that another construct is refused."""
        if self.session.depth <= _MAX_DEPTH:
            return False
        self.session.clipped += 1
        return True

    def whole(self, word_end: Place | None = None) -> Match:
        """Everything from the start of the extract."""
        return self.many(self.extract.start, word_end)

    def many(self, at: int, word_end: Place | None, stop: Stop | None = None) -> Match:
        """Constructs from `at` on until one cannot be read or `stop` says so."""
        nodes: list[Node] = []
        while at < self.end and not (stop and stop(at)):
            match = self.one(at, word_end)
            if match is None:
                break
            nodes += match.nodes
            at, word_end = match.end, match.word_end
        return Match(at, nodes, word_end)

    def until(self, closer: "Closer", at: int, word_end: Place | None) -> Match | None:
        """Constructs up to the closer and behind it, or None if it never comes.

        Places from which it never comes are remembered: the next try stops there.
        """
        nodes: list[Node] = []
        visited = []
        while (end := closer.end_at(self, at, word_end)) is None:
            place = (closer, self.session.depth, at, word_end)
            stuck = place in self.hopeless or closer.fails_at(self, at)
            match = None if stuck else self.one(at, word_end)
            if match is None:
                self.hopeless.update(visited)
                return None
            visited.append(place)
            nodes += match.nodes
            at, word_end = match.end, match.word_end
        return Match(end, nodes, word_end)

    def one(self, at: int, word_end: Place | None) -> Match | None:
        """The construct at a place, or None where running text ends."""
        if at >= self.end:
            return None
        plain = _PLAIN.match(self.text, at, self.end)
        if plain:
            return self._plain(at, plain.end())
        for key in ((at, word_end), (at, word_end, self.session.depth)):
            if key in self._known:
                return self._known[key]
        clipped = self.session.clipped
        match = self._construct(at, word_end)
        # a refusal for depth is remembered for this depth only
        key = (at, word_end) if self.session.clipped == clipped else (at, word_end, self.session.depth)
        self._known[key] = match
        return match

    def _plain(self, start: int, end: int) -> Match:
        nodes: list[Node] = [self.visible(start, end)]
        if "://" in self.text[start:end]:
            urls = _URL.finditer(self.text, start, self.end)
            nodes += [BareUrl(self.fragment.span(*url.span())) for url in urls if url.start() < end]
        return Match(end, nodes, Place(self.extract, end))

    def _construct(self, at: int, word_end: Place | None) -> Match | None:
        self.session.depth += 1
        try:
            for construct in self.grammar.get(self.text[at], ()):
                match = construct(self, at, word_end)
                if match is not None:
                    return match
        finally:
            self.session.depth -= 1
        if self.text[at] in "\n <":
            return None
        return Match(at + 1, [self.visible(at, at + 1)], word_end)


class Closer(Protocol):
    """What ends a construct that is read up to its end."""

    def end_at(self, inlines: Inlines, at: int, word_end: Place | None) -> int | None:
        """Behind the closing mark, if it stands at a place."""

    def fails_at(self, inlines: Inlines, at: int) -> bool:
        """Whether what stands at a place may not stand inside the construct."""
