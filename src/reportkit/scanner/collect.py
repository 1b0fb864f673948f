"""From what the parsers found to the tokens that rules read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from reportkit.model.location import Span
from reportkit.model.tokens import (
    Cell,
    Chunk,
    Citation,
    CitationAlias,
    CitationGroup,
    Code,
    Comment,
    CrossReference,
    Example,
    Exemption,
    Footnote,
    Heading,
    Image,
    ItemPlace,
    Label,
    Link,
    MarkdownTable,
    MetadataEntry,
    Prose,
    ProseKind,
    RawHtml,
    Scan,
    Tie,
    Uncited,
    Unclosed,
    UndefinedNote,
)
from reportkit.scanner.heading_identifiers import Identifiers
from reportkit.scanner.inlines import Session
from reportkit.scanner.nodes import (
    Address,
    Anchor,
    BareUrl,
    Block,
    CellContent,
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
    Output,
    Picture,
    TableBlock,
    Visible,
)
from reportkit.scanner.prose import ProseBuilder

_CITATION_SIGN = "\ufffc"

_Token = TypeVar("_Token")


def collect(nodes: Nodes, outputs: Iterable[Output], session: Session) -> Scan:
    """The tokens of a chapter, its references, footnotes and examples resolved."""
    collector = _Collector(session)
    collector.define(nodes)
    collector.walk(nodes, None)
    collector.walk_called_notes()
    collector.walk_outputs(outputs)
    return collector.scan()


class _Collector:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._addresses: dict[str, Address | None] = {}
        self._notes: dict[str, NoteDefinition] = {}
        self._identifiers = Identifiers(self._addresses, self._notes)
        self._calls: dict[str, list[Span]] = defaultdict(list)
        self._found: dict[type, list[object]] = defaultdict(list)

    def define(self, nodes: Nodes) -> None:
        """Notes what brackets may refer to; of two definitions with one label the later counts."""
        for node in nodes:
            if isinstance(node, LinkDefinition):
                if node.address or node.key not in self._addresses:
                    self._addresses[node.key] = node.address
            elif isinstance(node, TableBlock):
                for cell in chain.from_iterable(node.rows):
                    self.define(cell.nodes)
            elif isinstance(node, NoteDefinition):
                self.define(node.nodes)
                if lost := self._notes.get(node.label):
                    self._add(Footnote(lost.label, lost.span, ()))
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
                    self._heading(node)
                case NoteBody():
                    self._prose(ProseKind.FOOTNOTE, node.nodes)
                case LinkByReference():
                    self.walk(node.linked if node.key in self._addresses else node.literal, text)
                case Anchor():
                    self._anchor(node, text)
                case Picture():
                    self._picture(node, text)
                case TableBlock():
                    self._table(node)
                case Hidden():
                    self.walk(node.nodes, None)
                case NoteCall():
                    self._call(node)
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
            prose=self._all(Prose, by="start"),
            footnotes=self._all(Footnote),
            urls=self._all(Span, by="start"),
            lost_citations=self._all(Citation),
            links=self._all(Link),
            comments=self._all(Comment),
            code=self._all(Code),
            chunks=self._all(Chunk),
            tables=self._all(MarkdownTable),
            undefined_notes=self._all(UndefinedNote),
            unclosed=self._all(Unclosed),
            uncited=self._all(Uncited),
            examples=self._all(Example),
            metadata=self._all(MetadataEntry),
            aliases=self._all(CitationAlias),
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
        self._add_prose(prose)
        return prose

    def _add_prose(self, prose: Prose) -> None:
        if prose.text:
            self._add(prose)

    def _cited(self, cited: Cited, text: ProseBuilder | None) -> None:
        if cited.example in self._session.examples:
            return
        references = [c for c in cited.citations if c.key.startswith(self._session.flavor.references)]
        citations = tuple(c for c in cited.citations if c not in references)
        for reference in references:
            label = reference.key[0].lower() + reference.key[1:]
            self._add(CrossReference(reference.span, label))
        if citations:
            self._add(CitationGroup(cited.span, citations, cited.bracketed))
        if text:
            text.add(Visible(_CITATION_SIGN, (cited.span.start,)))

    def walk_outputs(self, outputs: Iterable[Output]) -> None:
        """Reads what chunks give, those inside comments excepted."""
        comments = [comment.span for comment in self._all(Comment)]
        starts = [span.start for span in comments]
        for output in outputs:
            before = bisect_right(starts, output.span.start) - 1
            if before < 0 or comments[before].end <= output.span.start:
                self.walk(output.nodes, None)

    def _heading(self, heading: HeadingBlock) -> None:
        title = self._prose(ProseKind.HEADING, heading.nodes)
        self._add(Heading(heading.level, title.text, heading.span, heading.label))
        name = self._identifiers.of(heading)
        if heading.label is None:
            self._add(Label(name, heading.span, kind="automatic"))

    def _call(self, call: NoteCall) -> None:
        if call.label in self._notes:
            self._calls[call.label].append(call.span)
        else:
            self._add(UndefinedNote(call.label, call.span))

    def _anchor(self, anchor: Anchor, text: ProseBuilder | None) -> None:
        """A link; one to a heading by its title has no address that could be wrong."""
        words = ProseBuilder()
        self.walk(anchor.nodes, words)
        if address := self._address(anchor.address):
            visible = words.prose(ProseKind.PARAGRAPH).text
            self._add(Link(address.target, visible, anchor.span, address.span))
        if text:
            text.extend(words)

    def _picture(self, picture: Picture, text: ProseBuilder | None) -> None:
        alt = ProseBuilder()
        self.walk(picture.alt, alt)
        words = alt.prose(ProseKind.PARAGRAPH)
        if address := self._address(picture.address):
            self._add(Image(address.target, words.text, picture.span, address.span))
        if text:
            text.add(Visible(words.text, words.offsets))

    def _address(self, written: Address | str) -> Address | None:
        return self._addresses.get(written) if isinstance(written, str) else written

    def _table(self, table: TableBlock) -> None:
        caption = self._prose(ProseKind.TABLE, table.caption)
        rows = [self._row(row, table.columns) for row in table.rows]
        self._add(
            MarkdownTable(table.span, table.columns, tuple(rows), table.has_header, caption.text, table.label)
        )

    def _row(self, row: Sequence[CellContent], columns: int) -> tuple[Cell, ...]:
        """A row's cells; what is printed of them is prose, with a tabulator between two."""
        line = ProseBuilder()
        cells: list[Cell] = []
        for content in row[:columns]:
            if cells:
                line.add(Visible("\t", (max(0, content.span.start - 1),)))
            words = ProseBuilder()
            cells.append(self.cell(content, words))
            line.extend(words)
        self._add_prose(line.prose(ProseKind.TABLE))
        aside = self._aside()
        dropped = [aside.cell(content, ProseBuilder()) for content in row[columns:]]
        return (*cells, *dropped)

    def cell(self, content: CellContent, words: ProseBuilder) -> Cell:
        """A cell with its words, or those of the blocks in it."""
        known = len(self._found[Prose])
        self.walk(content.nodes, words)
        found = [prose for prose in self._found[Prose][known:] if isinstance(prose, Prose)]
        blocks = [prose.text for prose in found if prose.kind is not ProseKind.FOOTNOTE]
        return Cell(words.prose(ProseKind.TABLE).text or "\n".join(blocks), content.span)

    def _aside(self) -> "_Collector":
        """Reads what is not printed."""
        aside = _Collector(self._session)
        aside._addresses, aside._notes = self._addresses, self._notes
        return aside
