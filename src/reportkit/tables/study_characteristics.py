"""Characteristics of the studies: one row for each study, context entries left out.

`groups` gives the settings their titles and their order: a study stands in the group of the first of its
settings that has one. `indirect` maps an age group to the words that mark its studies as indirect evidence.
"""

from collections.abc import Iterable, Iterator

from reportkit.items.options import Shape, listed, records, text
from reportkit.model.evidence import Evidence, Study
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns
from reportkit.tables._studies import (
    age_cell,
    name_cell,
    not_reported,
    plain_cell,
    registration_cell,
    shown_studies,
)

OPTIONS = {"groups": Shape.RECORDS, "indirect": Shape.WORDS, "other": Shape.TEXT, "studies": Shape.TEXTS}

_COLUMNS = columns(
    (
        Head("Study", 11),
        Head("Design", 14),
        Head("Population", 10),
        Head("Disease and line", 16),
        Head("Treatment", 14),
        Head("Comparator", 11),
        Head("Enrolled", 15),
        Head("Registration", 11),
    )
)


def build(item: Item, review: Review) -> Table:
    """The table of all studies, or of those that the option `studies` names."""
    studies = shown_studies(item, review.evidence or Evidence())
    groups = tuple(
        Group(title, tuple(_row(s, item) for s in those)) for title, those in _grouped(item, studies)
    )
    return Table(item.id, item.caption, _COLUMNS, groups, item.notes)


def _grouped(item: Item, studies: Iterable[Study]) -> Iterator[tuple[str, list[Study]]]:
    titles = {
        setting: str(group.get("title", ""))
        for group in records(item, "groups")
        for setting in listed(group.get("settings"))
    }
    other = text(item, "other", "Other") if titles else ""
    found: dict[str, list[Study]] = {title: [] for title in (*titles.values(), other)}
    for study in studies:
        found[next((titles[s] for s in study.settings if s in titles), other)].append(study)
    return ((title, members) for title, members in found.items() if members)


def _row(study: Study, item: Item) -> tuple[Cell, ...]:
    return (
        name_cell(study),
        plain_cell(study.design, not_reported(study)),
        age_cell(study, item),
        plain_cell(study.disease, study.line),
        plain_cell(study.intervention),
        plain_cell(study.comparator),
        plain_cell(study.enrolled),
        registration_cell(study),
    )
