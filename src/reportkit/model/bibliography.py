"""References as they stand in BibTeX files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText, Span

_LINKS = frozenset({"crossref", "xdata"})
_SEVERAL = 2
_UNREADABLE = "BIB001"  # the code of a fault that keeps an entry from being read


class Field(NamedTuple):
    """One `name = value` of an entry: the name in lower case, the value without its outer delimiters.

    Bibliographies have hundreds of thousands of these, of which few are ever pointed at: they are plain
    tuples of offsets into their source, and locations are worked out when asked for.
    """

    name: str
    value: str
    source: SourceText
    start: int
    end: int
    value_start: int
    value_end: int

    @property
    def location(self) -> Location:
        """The place of name and value."""
        return self.source.locate(Span(self.start, self.end))

    @property
    def value_location(self) -> Location:
        """The place of the value, without its outer delimiters and the blanks within them."""
        return self.source.locate(Span(self.value_start, self.value_end))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the value lists, separated by commas or blanks."""
        return tuple(self.value.replace(",", " ").split())


@dataclass(frozen=True)
class Reference:
    """One entry of a bibliography; fields in the order and number in which they are written."""

    key: str
    type: str
    fields: tuple[Field, ...]
    source: SourceText
    span: Span
    key_span: Span

    @property
    def location(self) -> Location:
        """The place of the whole entry."""
        return self.source.locate(self.span)

    @property
    def key_location(self) -> Location:
        """The place of the key."""
        return self.source.locate(self.key_span)

    @cached_property
    def _by_name(self) -> Mapping[str, Field]:
        return {field.name: field for field in self.fields}

    def field(self, name: str) -> Field | None:
        """The last field of that name, which is the one pandoc uses."""
        return self._by_name.get(name)

    @property
    def links(self) -> tuple[Field, ...]:
        """The fields that name entries to inherit from."""
        if _LINKS.isdisjoint(self._by_name):
            return ()
        return tuple(field for field in self.fields if field.name in _LINKS)

    def text(self, *names: str) -> str:
        """The value of the first of these fields that is there and not empty, or nothing."""
        for name in names:
            if (field := self._by_name.get(name)) and field.value:
                return field.value
        return ""


@dataclass(frozen=True, slots=True)
class Macro:
    """An abbreviation: `@string{name = value}`, the name in lower case."""

    name: str
    value: str
    source: SourceText
    span: Span
    name_span: Span

    @property
    def location(self) -> Location:
        """The place of the whole `@string{…}`."""
        return self.source.locate(self.span)

    @property
    def name_location(self) -> Location:
        """The place of the name."""
        return self.source.locate(self.name_span)


class MacroUse(NamedTuple):
    """A bare word in a value that is no number: `macro` is what it abbreviates, None where that is not said.

    `subject` is the key of the entry that it stands in, None within another abbreviation.
    """

    name: str
    macro: Macro | None
    subject: str | None
    source: SourceText
    start: int

    @property
    def location(self) -> Location:
        """The place of the word."""
        return self.source.locate(Span(self.start, self.start + len(self.name)))


class Column(NamedTuple):
    """The fields of one name, each with its number among all fields and its entry; beside them the values."""

    places: list[tuple[int, Reference, Field]]
    values: list[str]


@dataclass(frozen=True)
class Bibliography:
    """All entries of all bibliography files, duplicates included, in file order.

    `faults` holds what could not be read; `macros` and `macro_uses` the abbreviations and where words stand
    for them. `csl_keys` are keys that stand in files of another form, whose entries no rule looks at.
    `shelves` are the sets of files that a document uses together; without any, all files belong together.
    `elsewhere` are files whose entries cannot be known here, each with the reason.
    """

    references: tuple[Reference, ...] = ()
    faults: tuple[Fault, ...] = ()
    sources: tuple[SourceText, ...] = ()
    macros: tuple[Macro, ...] = ()
    macro_uses: tuple[MacroUse, ...] = ()
    csl_keys: frozenset[str] = frozenset()
    csl_sources: tuple[SourceText, ...] = ()
    shelves: tuple[frozenset[str], ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()

    @cached_property
    def parts(self) -> tuple["Bibliography", ...]:
        """What entries can be compared within: the bibliography of each document, or all of it."""
        if len(self.shelves) < _SEVERAL:
            return (self,)
        return tuple(self._on(shelf) for shelf in self.shelves)

    def _on(self, shelf: frozenset[str]) -> "Bibliography":
        references = tuple(r for r in self.references if r.source.filename in shelf)
        sources = tuple(source for source in self.sources if source.filename in shelf)
        return Bibliography(references=references, sources=sources)

    @cached_property
    def by_key(self) -> Mapping[str, Reference]:
        """Key to reference; the last of several entries wins, as in pandoc."""
        return {reference.key: reference for reference in self.references}

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """Name to all fields of that name that have a value."""
        columns: dict[str, Column] = {}
        fields = ((reference, field) for reference in self.references for field in reference.fields)
        for number, (reference, field) in enumerate(fields):
            if field.value:
                column = columns.setdefault(field.name, Column([], []))
                column.places.append((number, reference, field))
                column.values.append(field.value)
        return columns

    @cached_property
    def sound(self) -> Mapping[str, Reference]:
        """The references that a citation processor can read, by key."""
        broken = {fault.subject for fault in self.faults if fault.code == _UNREADABLE}
        return {key: reference for key, reference in self.by_key.items() if key not in broken}
