"""The cursor over running text: it remembers what it read, so that reading stays linear.

pandoc tries several constructs at a bracket and reads the inside again for each; with every construct
remembered by its place, nested brackets cost little more than flat ones.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportkit.scanner.bare_links import bare_link
from reportkit.scanner.context import Context
from reportkit.scanner.extracts import Extract, Place
from reportkit.scanner.flavors import Flavor
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Address, Anchor, BareUrl, Node, Visible
from reportkit.scanner.targets import Targets

# deeper nesting than any author writes is read as plain characters, so that no input exhausts the stack
_MAX_DEPTH = 32
# an author's text takes less than one step per character; only heaps of unclosed marks take more
_STEPS = 20_000
_STEPS_PER_CHARACTER = 4

# how much is matched at once is limited: the engine keeps a record of every repetition
_WORD = r"(?:[^\W_]++|\.(?!\.)){1,1000}"
_HARMLESS = r"[,()%/+?:>}|×≥≤±–—”“…·°]"
_BETWEEN_WORDS = rf"(?:{_HARMLESS}|[ ](?=[^\W_]|{_HARMLESS}))+"
_PLAIN = re.compile(rf"(?P<words>{_HARMLESS}*+{_WORD}(?:{_BETWEEN_WORDS}{_WORD}){{0,200}})|{_HARMLESS}+")
# where each word may start an address, words are read one by one
_PLAIN_WORD = re.compile(rf"(?P<words>{_HARMLESS}*+{_WORD}(?:{_HARMLESS}+{_WORD}){{0,200}})|{_HARMLESS}+")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]*[^\s<>\".,;:!?)\]}]", re.IGNORECASE)


class Match(NamedTuple):
    """What was read: where it ends, what it is, and the place just behind the last word."""

    end: int
    nodes: Sequence[Node]
    word_end: Place | None


Construct = Callable[["Inlines", int, Place | None], Match | None]
Grammar = Mapping[str, Sequence[Construct]]


class Closer(NamedTuple):
    """What ends a construct: where it ends if its end stands at a place, and what it may not contain."""

    end_at: Callable[["Inlines", int, Place | None], int | None]
    excludes: Callable[["Inlines", int], bool] | None = None


class Session:
    """What the reading of one chapter carries along.

    `examples` are the labels met so far; the depths count constructs open inside each other; `patience` is
    how many steps are left for finding what brackets, quotation marks and the like enclose.
    """

    def __init__(self, grammar: Grammar, flavor: Flavor, size: int) -> None:
        self.grammar = grammar
        self.flavor = flavor
        self.examples: set[str] = set()
        self.depth = 0
        self.block_depth = 0
        self.patience = _STEPS + _STEPS_PER_CHARACTER * size
        self._inlines: dict[tuple[Extract, Context], Inlines] = {}

    def inlines(self, extract: Extract, context: Context) -> "Inlines":
        """The running text of an extract in a context; there is one of each."""
        key = (extract, context)
        if key not in self._inlines:
            self._inlines[key] = Inlines(extract, context, self)
        return self._inlines[key]


class Inlines:
    """Running text in one context, read construct by construct."""

    def __init__(self, extract: Extract, context: Context, session: Session) -> None:
        self.extract = extract
        self.fragment = extract.fragment
        self.text = extract.fragment.text
        self.end = extract.end
        self.context = context
        self.session = session
        self.targets = Targets(self.text, self.end)
        self.brackets: dict[int, int | None] = {}
        self.backticks: dict[int, list[int]] | None = None
        self.code_limit: tuple[int, int] | None = None
        self.hopeless: set[tuple[object, int, Place | None]] = set()
        self._plain_text = _PLAIN_WORD if session.flavor.bare_links else _PLAIN
        self._known: dict[tuple[int, Place | None], Match | None] = {}

    def changed(self, **changes: bool | str) -> "Inlines":
        """The same text with some of the context changed."""
        context = replace(self.context, **changes)  # type: ignore[arg-type]  # mypy does not know which
        return self.session.inlines(self.extract, context)

    def part(self, start: int, end: int) -> "Inlines":
        """A stretch of this text read on its own."""
        return self.session.inlines(self.extract.part(start, end), self.context)

    def lifted(self, fragment: Fragment) -> "Inlines":
        """A text made from a part of this one, read in the same context."""
        return self.session.inlines(self.extract.lifted(fragment), self.context)

    def visible(self, start: int, end: int) -> Visible:
        """The characters of a stretch as prose."""
        return Visible(self.text[start:end], self.fragment.origins[start:end])

    def has(self, text: str, at: int) -> bool:
        """Whether a text stands at a place."""
        return self.text.startswith(text, at, self.end)

    def is_glued(self, at: int, word_end: Place | None) -> bool:
        """Whether a word ends just before a place."""
        return word_end is not None and word_end.is_at(Place(self.extract, at))

    def too_deep(self) -> bool:
        """Whether so much is open, or was tried in vain, that another construct is refused."""
        return self.session.depth > _MAX_DEPTH or self.session.patience < 0

    def whole(self, word_end: Place | None = None) -> Match:
        """Everything from the start of the extract."""
        return self.many(self.extract.start, word_end)

    def many(self, at: int, word_end: Place | None, stop: Callable[[int], bool] | None = None) -> Match:
        """Constructs from a place on until one cannot be read or `stop` says so."""
        nodes: list[Node] = []
        while at < self.end and not (stop and stop(at)):
            match = self.one(at, word_end)
            if match is None:
                break
            nodes += match.nodes
            at, word_end = match.end, match.word_end
        return Match(at, nodes, word_end)

    def until(self, closer: Closer, at: int, word_end: Place | None) -> Match | None:
        """Constructs up to the closer and behind it, or None if it never comes.

        Places from which it never comes are remembered: the next try stops there.
        """
        nodes: list[Node] = []
        visited: list[tuple[object, int, Place | None]] = []
        while (end := closer.end_at(self, at, word_end)) is None:
            here = (closer, at, word_end)
            excluded = here in self.hopeless or (closer.excludes is not None and closer.excludes(self, at))
            match = None if excluded else self.one(at, word_end)
            if match is None:
                self.hopeless.update(visited)
                return None
            visited.append(here)
            nodes += match.nodes
            at, word_end = match.end, match.word_end
        return Match(end, nodes, word_end)

    def one(self, at: int, word_end: Place | None) -> Match | None:
        """The construct at a place, or None where running text ends; spaces are not worth remembering."""
        if at >= self.end:
            return None
        self.session.patience -= 1
        plain = self._plain_text.match(self.text, at, self.end)
        if plain:
            return self._plain(plain, word_end)
        if self.text[at] in " \n":
            return self._construct(at, word_end)
        if (at, word_end) not in self._known:
            self._known[at, word_end] = self._construct(at, word_end)
        return self._known[at, word_end]

    def _plain(self, plain: re.Match[str], word_end: Place | None) -> Match:
        start, end = plain.span()
        if self.session.flavor.bare_links and self.context.links:
            link = bare_link(self.text, start, end, self.end)
            if link and link[0] == start:
                return self._link(*link, word_end)
            if link:
                return Match(link[0], [self.visible(start, link[0])], word_end)
        nodes: list[Node] = [self.visible(start, end)]
        if "://" in plain[0]:
            urls = _URL.finditer(self.text, start, self.end)
            nodes += [BareUrl(self.fragment.span(*url.span())) for url in urls if url.start() < end]
        return Match(end, nodes, Place(self.extract, end) if plain["words"] else word_end)

    def _link(self, start: int, end: int, word_end: Place | None) -> Match:
        place = self.fragment.span(start, end)
        anchor = Anchor(place, Address(self.text[start:end], place), [self.visible(start, end)])
        return Match(end, [anchor], word_end)

    def _construct(self, at: int, word_end: Place | None) -> Match | None:
        self.session.depth += 1
        try:
            for construct in self.session.grammar.get(self.text[at], ()):
                match = construct(self, at, word_end)
                if match is not None:
                    return match
        finally:
            self.session.depth -= 1
        if self.text[at] in "\n <":
            return None
        return Match(at + 1, [self.visible(at, at + 1)], word_end)
