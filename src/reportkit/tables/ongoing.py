"""Ongoing studies: registration, design, status, planned number and the date of the record.

`records` says for each study what its registration record says: `planned` (where no row of the item tells),
`date` and `source`.
"""

from collections.abc import Iterable

from reportkit.items.inlines import cite, escape, tie
from reportkit.items.options import Shape, mappings
from reportkit.measures.printed import estimate
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._cells import ABSENT
from reportkit.tables._heads import Head, columns
from reportkit.tables._studies import name_cell, plain_cell, registration_cell, shown_studies

OPTIONS = {"records": Shape.MAPPINGS, "studies": Shape.TEXTS}

_COLUMNS = columns(
    (
        Head("Study", 14),
        Head("Registration", 17),
        Head("Design", 17),
        Head("Population", 16),
        Head("Treatment", 13),
        Head("Status and planned number", 13),
        Head("Record", 10),
    )
)


def build(item: Item, review: Review) -> Table:
    """The table of the studies that the option `studies` names."""
    evidence = review.evidence or Evidence()
    planned = evidence.select(item.rows)
    rows = tuple(_row(study, item, planned) for study in shown_studies(item, evidence))
    return Table(item.id, item.caption, _COLUMNS, (Group("", rows),), item.notes)


def _row(study: Study, item: Item, planned: Iterable[Result]) -> tuple[Cell, ...]:
    record = mappings(item, "records").get(study.id, {})
    source = cite([str(record["source"])]) if record.get("source") else ""
    dated = escape(str(record.get("date", "date not stated")))
    return (
        name_cell(study),
        registration_cell(study),
        plain_cell(study.design),
        plain_cell(study.age, study.disease),
        plain_cell(study.intervention),
        _planned(study, [result for result in planned if result.study == study.id]),
        Cell(" ".join(filter(None, (dated, source))) or ABSENT),
    )


def _planned(study: Study, results: list[Result]) -> Cell:
    """The status, and the planned number from the rows or else in the words of the study."""
    numbers = [tie(escape(estimate(result)), result.id) for result in results] or [escape(study.enrolled)]
    return Cell("; ".join(filter(None, (escape(study.status), *numbers))), tuple(r.id for r in results))
