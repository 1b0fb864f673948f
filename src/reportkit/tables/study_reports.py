"""Study families: which reports are about the same patients, and the part each plays.

Patients of a family are counted once. A report that a later one replaces says so.
"""

from reportkit.items.inlines import LINE_BREAK, cite, escape
from reportkit.items.options import Shape
from reportkit.model.evidence import Evidence, Report, Study
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns
from reportkit.tables._studies import plain_cell, registration_cell, shown_studies

OPTIONS = {"studies": Shape.TEXTS}

_HEADS = (
    Head("Study", 18),
    Head("Registration", 18),
    Head("Enrolled", 26),
    Head("Reports and their part", 38),
)
_NONE = "no report recorded"


def build(item: Item, review: Review) -> Table:
    """The table of all studies, or of those that the option `studies` names."""
    studies = shown_studies(item, review.evidence or Evidence())
    rows = tuple(map(_row, studies))
    return Table(item.id, item.caption, columns(_HEADS), (Group("", rows),) if rows else (), item.notes)


def _row(study: Study) -> tuple[Cell, ...]:
    reports = LINE_BREAK.join(map(_report, study.reports)) or _NONE
    return Cell(escape(study.name)), registration_cell(study), plain_cell(study.enrolled), Cell(reports)


def _report(report: Report) -> str:
    part = escape(report.role.replace("-", " ")) or "part not stated"
    later = f", replaced by {cite([report.superseded_by])}" if report.superseded_by else ""
    return f"{part} {cite([report.reference])}{later}"
