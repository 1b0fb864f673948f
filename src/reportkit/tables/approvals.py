"""Approvals: agency, date, product, age and indication as the agency worded it, with the source read.

The item's option `approvals` is a list of mappings with these keys; what is not known is left out and said.
`act`, an approval or an opinion, is for the timeline.
"""

from collections.abc import Mapping
from typing import Any

from reportkit.items.inlines import cite, escape
from reportkit.items.options import Shape, records
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns

OPTIONS = {"approvals": Shape.RECORDS}

_HEADS = {
    "date": Head("Date", 12),
    "agency": Head("Agency", 18),
    "product": Head("Product", 14),
    "age": Head("Age", 16),
    "indication": Head("Indication", 32),
}
_SOURCE = Head("Source", 8)
_NOT_STATED = "not stated in the source seen"


def build(item: Item, review: Review) -> Table:  # noqa: ARG001 - every builder takes the review
    """The table of an item's approvals, the earliest first."""
    approvals = sorted(records(item, "approvals"), key=lambda approval: str(approval.get("date", "")))
    rows = tuple(map(_row, approvals))
    heads = columns((*_HEADS.values(), _SOURCE))
    return Table(item.id, item.caption, heads, (Group("", rows),) if rows else (), item.notes)


def _row(approval: Mapping[str, Any]) -> tuple[Cell, ...]:
    said = (Cell(escape(str(approval.get(key) or "")) or _NOT_STATED) for key in _HEADS)
    source = str(approval.get("source") or "")
    return (*said, Cell(cite([source]) if source else _NOT_STATED))
