"""From what the parsers found to the tokens that rules read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from reportkit.model.location import Span
from reportkit.model.tokens import (
    BlockStart,
    Citation,
    CitationGroup,
    CrossReference,
    Exemption,
    Footnote,
    Heading,
    Image,
    ItemPlace,
    Label,
    Prose,
    ProseKind,
    RawHtml,
    Scan,
    Tie,
)
from reportkit.scanner.nodes import (
    BareUrl,
    Block,
    Cited,
    Found,
    HeadingBlock,
    Hidden,
    LinkByReference,
    LinkDefinition,
    LostCitation,
    Node,
    Nodes,
    NoteBody,
    NoteCall,
    NoteDefinition,
    Picture,
    Visible,
)

T = TypeVar("T")


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_HasSpan)

_CROSS_REFERENCES = ("tbl:", "fig:", "sec:")
_CITATION_SIGN = "\ufffc"


def collect(nodes: Nodes, examples: set[str]) -> Scan:
    """The tokens of a chapter, its references, footnotes and examples resolved."""
    collector = _Collector(examples)
    collector.define(nodes)
    collector.walk(nodes, None)
    collector.walk_called_notes()
    return collector.scan()


@dataclass(slots=True)
class _Text:
    """Prose while it is put together."""

    parts: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def add(self, visible: Visible) -> None:
        self.parts.append(visible.text)
        self.origins += visible.origins

    def prose(self, kind: ProseKind) -> Prose:
        text = "".join(self.parts)
        start = len(text) - len(text.lstrip())
        stop = max(start, len(text.rstrip()))
        return Prose(kind, text[start:stop], tuple(self.origins[start:stop]))


@dataclass(slots=True)
class _Collector:
    examples: set[str]
    keys: set[str] = field(default_factory=set)
    notes: dict[str, NoteDefinition] = field(default_factory=dict)
    calls: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    found: dict[type, list[object]] = field(default_factory=lambda: defaultdict(list))

    def define(self, nodes: Nodes) -> None:
        """Notes what brackets may refer to; of two footnotes with one label the later counts."""
        for node in nodes:
            if isinstance(node, LinkDefinition):
                self.keys.add(node.key)
            elif isinstance(node, NoteDefinition):
                self.define(node.nodes)
                self.notes[node.label] = node

    def walk_called_notes(self) -> None:
        """Reads the footnotes that are called; calls inside them lead nowhere."""
        called = {label: tuple(calls) for label, calls in self.calls.items()}
        for label, note in self.notes.items():
            self.found[Footnote].append(Footnote(label, note.span, called.get(label, ())))
            if label in called:
                self.walk(note.nodes, None)

    def walk(self, nodes: Iterable[Node], text: _Text | None) -> None:
        """Sorts nodes into tokens; what is visible goes to the text."""
        for node in nodes:
            match node:
                case Visible():
                    if text:
                        text.add(node)
                case Cited():
                    self._cited(node, text)
                case Block():
                    self._prose(node.kind, node.nodes)
                case HeadingBlock():
                    title = self._prose(ProseKind.HEADING, node.nodes)
                    self._add(Heading(node.level, title.text, node.span, node.label))
                case NoteBody():
                    self._prose(ProseKind.FOOTNOTE, node.nodes)
                case LinkByReference():
                    self.walk(node.linked if node.key in self.keys else node.literal, text)
                case Picture():
                    self._picture(node, text)
                case Hidden():
                    self.walk(node.nodes, None)
                case NoteCall():
                    self.calls[node.label].append(node.span)
                case Found():
                    self._add(node.token)
                case LostCitation():
                    self._add(node.citation)
                case BareUrl():
                    self._add(node.span)

    def scan(self) -> Scan:
        """Everything found, in reading order."""
        return Scan(
            groups=self._sorted(CitationGroup),
            cross_references=self._sorted(CrossReference),
            ties=self._sorted(Tie),
            exemptions=self._sorted(Exemption),
            labels=self._sorted(Label),
            headings=self._sorted(Heading),
            items=self._sorted(ItemPlace),
            images=self._sorted(Image),
            raw_html=self._sorted(RawHtml),
            prose=tuple(sorted(self._of(Prose), key=lambda prose: prose.offsets)),
            footnotes=self._sorted(Footnote),
            block_starts=tuple(sorted(self._of(BlockStart), key=lambda start: start.offset)),
            urls=tuple(sorted(self._of(Span))),
            lost_citations=self._sorted(Citation),
        )

    def _add(self, token: object) -> None:
        self.found[type(token)].append(token)

    def _of(self, kind: type[T]) -> list[T]:
        return [token for token in self.found[kind] if isinstance(token, kind)]

    def _sorted(self, kind: type[Placed]) -> tuple[Placed, ...]:
        return tuple(sorted(self._of(kind), key=lambda token: token.span))

    def _prose(self, kind: ProseKind, nodes: Nodes) -> Prose:
        text = _Text()
        self.walk(nodes, text)
        prose = text.prose(kind)
        if prose.text:
            self._add(prose)
            self._add(BlockStart(prose.offsets[0]))
        return prose

    def _cited(self, cited: Cited, text: _Text | None) -> None:
        if cited.example in self.examples:
            return
        references = [c for c in cited.citations if c.key.startswith(_CROSS_REFERENCES)]
        citations = tuple(c for c in cited.citations if c not in references)
        for reference in references:
            self._add(CrossReference(reference.span, reference.key))
        if citations:
            self._add(CitationGroup(cited.span, citations, cited.bracketed))
        if text:
            text.add(Visible(_CITATION_SIGN, (cited.span.start,)))

    def _picture(self, picture: Picture, text: _Text | None) -> None:
        alt = _Text()
        self.walk(picture.alt, alt)
        words = alt.prose(ProseKind.PARAGRAPH)
        self._add(Image(picture.target, words.text, picture.span, picture.target_span))
        if text:
            text.add(Visible(words.text, words.offsets))
