"""What the scanner sees in a chapter, each with its place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.location import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One key at one place; `span` covers `@key`, `key_span` the key alone.

    `by_identifier` says that the key names the work itself, as `doi:10.…` does where Manubot looks it up.
    """

    key: str
    span: Span
    key_span: Span
    braced: bool = False
    author_suppressed: bool = False
    by_identifier: bool = False


@dataclass(frozen=True, slots=True)
class CitationAlias:
    """`[@key]: target` in Manubot: a short name for an identifier, in any chapter."""

    key: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Citations that are printed together: `[@a; @b]`, or one in-text `@a`."""

    span: Span
    citations: tuple[Citation, ...]
    bracketed: bool


CROSS_REFERENCE_PREFIXES = ("tbl:", "fig:", "sec:")
"""How the labels of tables, figures and sections begin, and no citation key."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    r"""`@tbl:id`, `@fig:id` or `@sec:id`; `label` is the whole `tbl:id`.

    Other flavours write `@tbl-id` or `\@ref(tab:id)`.
    """

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A number tied to evidence: `[97.5%]{ev=row}`.

    `text_span` covers what stands between the brackets; `rows` are the row ids of `ev`.
    """

    span: Span
    text_span: Span
    rows: tuple[str, ...]
    rows_span: Span
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A span with class `quoted` or `structural`: its numbers need no row."""

    span: Span
    text_span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """An identifier that can be referred to: of a heading, div, span, image, table or the like.

    The `kind` of one that pandoc makes from the words of a heading is `automatic`.
    """

    label: str
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level; `label` is its explicit identifier, if any."""

    level: int
    text: str
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A fenced div that shows a generated table or figure."""

    item: str
    label: str | None
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its target as written and its alternative text."""

    target: str
    alt: str
    span: Span
    target_span: Span


@dataclass(frozen=True, slots=True)
class RawHtml:
    """Raw HTML, inline or block; never part of the document."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an address in angle brackets: where it leads, as written, and what the reader sees."""

    target: str
    text: str
    span: Span
    target_span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """`<!-- text -->`, never printed; `text` is what stands between the marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """A code span or code block with what stands between its marks."""

    text: str
    span: Span
    is_block: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """A code block that is run: its engine and label, both perhaps empty."""

    engine: str
    label: str
    span: Span
    label_span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its visible text, and what is written there."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class MarkdownTable:
    """A table written in Markdown.

    `columns` is their number by the table's rule or header; a row may have more cells than are printed.
    The first row is the header where `has_header`.
    """

    span: Span
    columns: int
    rows: tuple[tuple[Cell, ...], ...]
    has_header: bool
    caption: str = ""
    label: str | None = None


@dataclass(frozen=True, slots=True)
class UndefinedNote:
    """`[^label]` where no footnote of that label is defined: printed as it is written."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Unclosed:
    """The opening mark of a `comment`, `fence`, `div` or `math` that is never closed."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Example:
    """The label of an item in a list of examples: `(@label)`; `@label` then prints the item's number."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Uncited:
    """What looks like a citation and is none: `glued` to a word, or a braced key with a `blank`."""

    kind: str
    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class MetadataEntry:
    """A key at the top of a YAML block; `span` covers key and value, `text` is the value as written."""

    key: str
    text: str
    span: Span
    key_span: Span


class ProseKind(StrEnum):
    """Where a stretch of prose stands."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Prose:
    """The visible text of one block, without code, comments, citations and markup.

    `offsets[i]` is the place in the chapter of `text[i]`; a removed citation leaves one U+FFFC character.
    """

    kind: ProseKind
    text: str
    offsets: Sequence[int]

    @property
    def start(self) -> int:
        """The place of the first character."""
        return self.offsets[0]

    def span(self, start: int, end: int) -> Span:
        """The span in the chapter of `text[start:end]`; not for an empty stretch."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's definition `[^label]: …` and the places that call it; uncalled, it is not printed.

    Of several with one label pandoc takes the last, and the others have no calls.
    """

    label: str
    span: Span
    calls: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything the scanner found in one chapter, each list in reading order.

    `urls` are bare addresses; `lost_citations` those that pandoc takes for the label of an example.
    """

    groups: tuple[CitationGroup, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    ties: tuple[Tie, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    labels: tuple[Label, ...] = ()
    headings: tuple[Heading, ...] = ()
    items: tuple[ItemPlace, ...] = ()
    images: tuple[Image, ...] = ()
    raw_html: tuple[RawHtml, ...] = ()
    prose: tuple[Prose, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    urls: tuple[Span, ...] = ()
    lost_citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    code: tuple[Code, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    tables: tuple[MarkdownTable, ...] = ()
    undefined_notes: tuple[UndefinedNote, ...] = ()
    unclosed: tuple[Unclosed, ...] = ()
    uncited: tuple[Uncited, ...] = ()
    examples: tuple[Example, ...] = ()
    metadata: tuple[MetadataEntry, ...] = ()
    aliases: tuple[CitationAlias, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of every group, in reading order."""
        return tuple(citation for group in self.groups for citation in group.citations)
