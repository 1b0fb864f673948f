"""Where sources disagree: what the source documents say, what the primary report says, what is used and why.

Each of the `points` has `point`, `said` and `primary` (lists of `source` and `text`), `used` and `why`, all
Markdown. A number of a result is written as empty brackets, `[]{ev=row}` or `[]{ev=row field=counts}`, and
filled in from its row.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.items.inlines import LINE_BREAK, cite
from reportkit.items.options import Shape, records
from reportkit.items.texts import filled, tied_rows
from reportkit.model.evidence import Evidence
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._cells import ABSENT
from reportkit.tables._heads import Head, columns

OPTIONS = {"points": Shape.RECORDS}

_COLUMNS = columns(
    (
        Head("Point", 15),
        Head("Source documents say", 26),
        Head("Primary report says", 32),
        Head("Used here, and why", 27),
    )
)


def build(item: Item, review: Review) -> Table:
    """The table of the declared points."""
    evidence = review.evidence or Evidence()
    rows = tuple(_row(point, evidence) for point in records(item, "points"))
    return Table(item.id, item.caption, _COLUMNS, (Group("", rows),), item.notes)


def _row(point: Mapping[str, Any], evidence: Evidence) -> tuple[Cell, ...]:
    used = " ".join(str(point[name]) for name in ("used", "why") if point.get(name))
    texts = (LINE_BREAK.join(_said(point.get(name))) for name in ("said", "primary"))
    cells = (_cell(text, evidence) for text in (*texts, used))
    return (Cell(str(point.get("point", ""))), *cells)


def _said(statements: object) -> Iterator[str]:
    for statement in statements if isinstance(statements, list) else ():
        if not isinstance(statement, Mapping):
            continue
        text, source = str(statement.get("text", "")), str(statement.get("source", ""))
        stop = "." if text.endswith(".") else ""
        yield f"{text.removesuffix('.')} {cite([source])}{stop}" if source else text


def _cell(text: str, evidence: Evidence) -> Cell:
    return Cell(filled(text, evidence) or ABSENT, tied_rows(text))
