"""The parts of a structure tree, before they are written to a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

INLINE = frozenset({"Span", "Reference", "Link", "Note", "BibEntry", "Code", "Lbl", "Quote", "Formula"})
"""Roles that stand within a line, and so within a paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of content that is marked on a page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A clickable area of a link; `entry` is its dictionary in the PDF."""

    page: int
    entry: Any


@dataclass(slots=True, eq=False)
class Part:
    """A structure element, or with an empty role one that hands its kids to the part that holds it."""

    role: str
    source: Element
    kids: list["Part | Mark | Annotation"] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    expansion: str = ""
    scope: str = ""
    area: tuple[int, float, float, float, float] | None = None
    """Of a figure: the page, and left, bottom, right and top on it."""

    @property
    def is_inline(self) -> bool:
        """Whether it stands within a line."""
        return self.role in INLINE

    def parts(self) -> Iterator["Part"]:
        """The kids that are parts themselves."""
        return (kid for kid in self.kids if isinstance(kid, Part))

    def walk(self) -> Iterator["Part"]:
        """The part and all parts below it, in reading order."""
        yield self
        for part in self.parts():
            yield from part.walk()
