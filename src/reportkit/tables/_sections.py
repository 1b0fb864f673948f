"""The results an item selects, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportkit.items.inlines import escape
from reportkit.items.options import grouped, records
from reportkit.model.evidence import Evidence, Result
from reportkit.model.items import Item
from reportkit.tables._arms import ArmColumn, place


@dataclass(frozen=True, slots=True)
class Section:
    """Results under one title; `population` is whom they are about unless a row says otherwise."""

    title: str
    results: tuple[Result, ...]
    crowded: frozenset[int]

    @property
    def population(self) -> str:
        """The population of the first result."""
        return self.results[0].population


def sections(item: Item, evidence: Evidence, columns: Sequence[ArmColumn]) -> tuple[Section, ...]:
    """The groups of the option `groups`, or one section for each study."""
    results = evidence.select(item.rows)
    parts = grouped(item, results) if records(item, "groups") else _by_study(results, evidence)
    return tuple(Section(title, rows, _crowded(rows, columns)) for title, rows in parts)


def _by_study(results: Sequence[Result], evidence: Evidence) -> tuple[tuple[str, tuple[Result, ...]], ...]:
    parts: dict[str, list[Result]] = {}
    for result in results:
        parts.setdefault(result.study, []).append(result)
    return tuple((_title(study, rows[0], evidence), tuple(rows)) for study, rows in parts.items())


def _title(study: str, first: Result, evidence: Evidence) -> str:
    known = evidence.studies_by_id.get(study)
    name = escape(known.name if known else study)
    return f"{name}: {escape(first.population)}" if first.population else name


def _crowded(results: Sequence[Result], columns: Sequence[ArmColumn]) -> frozenset[int]:
    """Columns in which several arms stand, so that a row must name its own."""
    arms: dict[int, set[tuple[str, str]]] = {}
    for result in results:
        arms.setdefault(place(result, columns), set()).add((result.study, result.arm))
    return frozenset(column for column, those in arms.items() if len(those) > 1)
