"""The settings of a review, as `reportkit.toml` states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportkit.model.location import Location, SourceText

_NO_FILE = SourceText("reportkit.toml", "")


@dataclass(frozen=True, slots=True)
class Author:
    """A person or group on the title page."""

    name: str
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a review says about itself and how it wants to be checked.

    `structural_numbers` are regular expressions for numbers in prose that need no row (ages, doses, years).
    `rule_locations` says where the words of `select` and `ignore` stand in the file.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    version: str = ""
    data_date: str = ""
    language: str = "en-GB"
    kind: str = ""
    statement: str = ""
    licence: str = ""
    keywords: tuple[str, ...] = ()
    chapters: str = "chapters"
    bibliography: tuple[str, ...] = ("references.bib",)
    evidence: str = "evidence"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    structural_numbers: tuple[str, ...] = ()
    source: SourceText = _NO_FILE
    rule_locations: Mapping[str, Location] = field(default_factory=dict, hash=False)

    @property
    def filename(self) -> str:
        """The file that they stand in, or would stand in."""
        return self.source.filename
