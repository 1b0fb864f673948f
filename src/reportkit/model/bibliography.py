"""References as they stand in BibTeX files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText

_UNREADABLE = "BIB001"  # the code of a fault that keeps an entry from being read


@dataclass(frozen=True, slots=True)
class Field:
    """One `name = value` of an entry: the name in lower case, the value without its outer delimiters."""

    name: str
    value: str
    location: Location
    value_location: Location

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the value lists, separated by commas."""
        return tuple(key.strip() for key in self.value.split(",") if key.strip())


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a bibliography; fields in the order and number in which they are written."""

    key: str
    type: str
    fields: tuple[Field, ...]
    location: Location
    key_location: Location

    def field(self, name: str) -> Field | None:
        """The last field of that name, which is the one pandoc uses."""
        return next((field for field in reversed(self.fields) if field.name == name), None)

    @property
    def links(self) -> tuple[Field, ...]:
        """The fields that name entries to inherit from."""
        return tuple(field for field in self.fields if field.name in {"crossref", "xdata"})

    def text(self, *names: str) -> str:
        """The value of the first of these fields that is there and not empty, or nothing."""
        values = (field.value.strip() for name in names if (field := self.field(name)))
        return next((value for value in values if value), "")


@dataclass(frozen=True)
class Bibliography:
    """All entries of all bibliography files, duplicates included, in file order.

    `faults` holds what could not be read.
    """

    references: tuple[Reference, ...] = ()
    faults: tuple[Fault, ...] = ()
    sources: tuple[SourceText, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Reference]:
        """Key to reference; the last of several entries wins, as in pandoc."""
        return {reference.key: reference for reference in self.references}

    @cached_property
    def sound(self) -> Mapping[str, Reference]:
        """The references that a citation processor can read, by key."""
        broken = {fault.subject for fault in self.faults if fault.code == _UNREADABLE}
        return {key: reference for key, reference in self.by_key.items() if key not in broken}
