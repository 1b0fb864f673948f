"""From what the parsers found to the tokens that rules read."""

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from reportkit.model.location import Span
from reportkit.model.tokens import (
    CROSS_REFERENCE_PREFIXES,
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
from reportkit.scanner.prose import ProseBuilder

_CITATION_SIGN = "\ufffc"

_Token = TypeVar("_Token")


def collect(nodes: Nodes, examples: set[str]) -> Scan:
    """The tokens of a chapter, its references, footnotes and examples resolved."""
    collector = _Collector(examples)
    collector.define(nodes)
    collector.walk(nodes, None)
    collector.walk_called_notes()
    return collector.scan()


class _Collector:
    def __init__(self, examples: set[str]) -> None:
        self._examples = examples
        self._keys: set[str] = set()
        self._notes: dict[str, NoteDefinition] = {}
        self._calls: dict[str, list[Span]] = defaultdict(list)
        self._found: dict[type, list[object]] = defaultdict(list)

    def define(self, nodes: Nodes) -> None:
        """Notes what brackets may refer to; of two footnotes with one label the later counts."""
        for node in nodes:
            if isinstance(node, LinkDefinition):
                self._keys.add(node.key)
            elif isinstance(node, NoteDefinition):
                self.define(node.nodes)
                self._notes[node.label] = node

    def walk_called_notes(self) -> None:
        """Reads the footnotes that are called; calls inside them lead nowhere."""
        called = {label: tuple(calls) for label, calls in self._calls.items()}
        for label, note in self._notes.items():
            self._add(Footnote(label, note.span, called.get(label, ())))
            if label in called:
                self.walk(note.nodes, None)

    def walk(self, nodes: Iterable[Node], text: ProseBuilder | None) -> None:  # noqa: C901, PLR0912 - a case per node
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
                    self.walk(node.linked if node.key in self._keys else node.literal, text)
                case Picture():
                    self._picture(node, text)
                case Hidden():
                    self.walk(node.nodes, None)
                case NoteCall():
                    self._calls[node.label].append(node.span)
                case Found():
                    self._add(node.token)
                case LostCitation():
                    self._add(node.citation)
                case BareUrl():
                    self._add(node.span)

    def scan(self) -> Scan:
        """Everything found, in reading order."""
        return Scan(
            groups=self._all(CitationGroup),
            cross_references=self._all(CrossReference),
            ties=self._all(Tie),
            exemptions=self._all(Exemption),
            labels=self._all(Label),
            headings=self._all(Heading),
            items=self._all(ItemPlace),
            images=self._all(Image),
            raw_html=self._all(RawHtml),
            prose=self._all(Prose, by="offsets"),
            footnotes=self._all(Footnote),
            urls=self._all(Span, by="start"),
            lost_citations=self._all(Citation),
        )

    def _add(self, token: object) -> None:
        self._found[type(token)].append(token)

    def _all(self, kind: type[_Token], by: str = "span") -> tuple[_Token, ...]:
        tokens = [token for token in self._found[kind] if isinstance(token, kind)]
        return tuple(sorted(tokens, key=attrgetter(by)))

    def _prose(self, kind: ProseKind, nodes: Nodes) -> Prose:
        text = ProseBuilder()
        self.walk(nodes, text)
        prose = text.prose(kind)
        if prose.text:
            self._add(prose)
        return prose

    def _cited(self, cited: Cited, text: ProseBuilder | None) -> None:
        if cited.example in self._examples:
            return
        references = [c for c in cited.citations if c.key.startswith(CROSS_REFERENCE_PREFIXES)]
        citations = tuple(c for c in cited.citations if c not in references)
        for reference in references:
            self._add(CrossReference(reference.span, reference.key))
        if citations:
            self._add(CitationGroup(cited.span, citations, cited.bracketed))
        if text:
            text.add(Visible(_CITATION_SIGN, (cited.span.start,)))

    def _picture(self, picture: Picture, text: ProseBuilder | None) -> None:
        alt = ProseBuilder()
        self.walk(picture.alt, alt)
        words = alt.prose(ProseKind.PARAGRAPH)
        self._add(Image(picture.target, words.text, picture.span, picture.target_span))
        if text:
            text.add(Visible(words.text, words.offsets))
