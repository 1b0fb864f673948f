"""What the parsers find, before references, notes and example labels are resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportkit.model.location import Span
from reportkit.model.tokens import (
    Chunk,
    Citation,
    CitationAlias,
    Code,
    Comment,
    CrossReference,
    Example,
    Exemption,
    ItemPlace,
    Label,
    MetadataEntry,
    ProseKind,
    RawHtml,
    Tie,
    Uncited,
    Unclosed,
)


@dataclass(frozen=True, slots=True)
class Visible:
    """Characters the reader of the document sees, and where they stand."""

    text: str
    origins: Sequence[int]


@dataclass(frozen=True, slots=True)
class Cited:
    """One or more keys that are printed together; `text` is what is written.

    An in-text `@label` is no citation if an example list anywhere in the chapter has this `label`.
    """

    span: Span
    text: str
    citations: tuple[Citation, ...]
    bracketed: bool
    example: str | None = None


@dataclass(frozen=True, slots=True)
class LostCitation:
    """A key at the start of a block that became the label of an example list."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class BareUrl:
    """An address in running text, outside angle brackets and links."""

    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A token that needs no resolving."""

    token: (
        CrossReference
        | Tie
        | Exemption
        | Label
        | ItemPlace
        | RawHtml
        | Comment
        | Code
        | Chunk
        | Unclosed
        | Example
        | Uncited
        | MetadataEntry
        | CitationAlias
    )


class Address(NamedTuple):
    """Where a link leads or an image lies, as written."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """`[text](target)`; a link by reference has the key of its definition for an address."""

    span: Span
    address: Address | str
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class Picture:
    """`![alt](target)`; pandoc shows the text as the caption of a figure."""

    span: Span
    address: Address | str
    alt: "Nodes"


@dataclass(frozen=True, slots=True)
class LinkByReference:
    """`[text][key]`: a link if `key` is defined anywhere in the chapter, else its own text."""

    key: str
    linked: "Nodes"
    literal: "Nodes"


@dataclass(frozen=True, slots=True)
class Formula:
    """What stands between the marks of a formula: no prose, but part of a heading's words."""

    text: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stands inside a citation: read, but not part of the prose."""

    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class NoteCall:
    """`[^label]`, a footnote if one with this label is defined."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class NoteBody:
    """`^[text]`, a footnote where it is called."""

    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class LinkDefinition:
    """A key that `[text][key]` can refer to; headings define one implicitly, without an address."""

    key: str
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class NoteDefinition:
    """`[^label]: text`; it counts where it is called."""

    label: str
    span: Span
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, caption or the like: one stretch of prose."""

    kind: ProseKind
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class CellContent:
    """What stands in a cell: running text, or blocks in a table drawn as a grid."""

    span: Span
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; cells beyond its columns are not printed."""

    span: Span
    columns: int
    rows: Sequence[Sequence[CellContent]]
    has_header: bool
    caption: "Nodes" = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """A chunk, its labels and captions; nothing of it is printed inside a comment."""

    span: Span
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading: prose with a level and perhaps an explicit identifier."""

    level: int
    span: Span
    label: str | None
    nodes: "Nodes"


Node = (
    Visible
    | Cited
    | LostCitation
    | BareUrl
    | Found
    | Anchor
    | Picture
    | LinkByReference
    | Formula
    | Hidden
    | NoteCall
    | NoteBody
    | LinkDefinition
    | NoteDefinition
    | Block
    | TableBlock
    | HeadingBlock
)
Nodes = Sequence[Node]
