"""A BibTeX block with the place of each of its parts, as offsets into its file."""

from dataclasses import dataclass
from sys import intern
from typing import NamedTuple, Self

from reportkit.adapters.bibtex_values import Expression
from reportkit.model.diagnostic import Applicability
from reportkit.model.location import Span

KEY_CHARACTERS = r"\w.:;?!`'()/*@+=\-\[\]&$"
"""What pandoc takes for a key; anything else makes it refuse the whole file."""


class RawField(NamedTuple):
    """A field as written: where it stands, and where its value without outer delimiters.

    `expression` is None where these words are all that is meant; it says what abbreviations are among them.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    expression: Expression | None = None

    @classmethod
    def of(cls, name: str, start: int, value: Expression) -> Self:
        """The field that begins at `start` and has this value."""
        content = value.content
        return cls(intern(name.lower()), start, value.span.end, content.start, content.end, value)

    @classmethod
    def empty(cls, name: str, start: int, after: int) -> Self:
        """The field that begins at `start` and has nothing behind its equals sign."""
        return cls(intern(name.lower()), start, after, after, after)


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry, or with the type `string` an abbreviation, as written."""

    type: str
    key: str
    key_span: Span
    span: Span
    fields: tuple[RawField, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """What to write where, so that a problem is gone, and how far that can be trusted."""

    message: str
    edits: tuple[tuple[Span, str], ...]
    applicability: Applicability = Applicability.SAFE


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a block, where, and the key of the entry that it is in."""

    code: str
    message: str
    span: Span
    hint: str
    subject: str | None = None
    mending: Mending | None = None
