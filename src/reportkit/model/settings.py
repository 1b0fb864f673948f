"""The settings of a review, as `reportkit.toml` states them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportkit.model.location import Location, SourceText

FLAVORS = ("pandoc", "quarto", "rmarkdown", "manubot")
"""The dialects of Markdown that can be read."""

_NO_FILE = SourceText("reportkit.toml", "")


@dataclass(frozen=True, slots=True)
class Author:
    """A person or group on the title page."""

    name: str
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """House rules that a team sets itself; what is empty is not checked.

    `terms` maps the wanted spelling to those that stand for it; `abbreviations` need no definition.
    `protected_words` lose their case in titles unless braced; `private_fields` have no business in a
    bibliography that others read, `known_fields` are no misspellings. `journals` lists known titles.
    """

    abbreviations: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    required_sections: tuple[str, ...] = ()
    citation_position: str = ""
    largest_group: int = 6
    group_order: str = ""
    group_authors: tuple[str, ...] = ()
    protected_words: tuple[str, ...] = ()
    private_fields: tuple[str, ...] = ()
    known_fields: tuple[str, ...] = ()
    journals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a review says about itself and how it wants to be checked.

    Without a `flavor` the names of files tell it.
    `structural_numbers` are regular expressions for numbers in prose that need no row (ages, doses, years).
    `type` is the kind of review it may call itself, `conclusions` are patterns of the chapters that conclude.
    `scope` maps patterns of chapters to the settings and age groups that they are about.
    `per_file_ignores` maps patterns of file names to codes. `metadata` and `retractions` are lock files, old
    after `lock_days` on the day `today` (the data date where none is set), evidence after `evidence_months`.
    `rule_locations` says where the words of `select`, `ignore` and the like stand.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    version: str = ""
    data_date: str = ""
    language: str = "en-GB"
    kind: str = ""
    type: str = ""
    conclusions: tuple[str, ...] = ()
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    statement: str = ""
    licence: str = ""
    keywords: tuple[str, ...] = ()
    chapters: str = "chapters"
    bibliography: tuple[str, ...] = ("references.bib",)
    evidence: str = "evidence"
    metadata: str = "refs.lock.json"
    retractions: str = "retraction.lock.csv"
    flavor: str = ""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    unfixable: tuple[str, ...] = ()
    fail_level: str = "error"
    baseline: str = ""
    today: str = ""
    lock_days: int = 30
    evidence_months: int = 12
    style: Style = Style()
    structural_numbers: tuple[str, ...] = ()
    source: SourceText = _NO_FILE
    rule_locations: Mapping[str, Location] = field(default_factory=dict, hash=False)

    @property
    def filename(self) -> str:
        """The file that they stand in, or would stand in."""
        return self.source.filename
