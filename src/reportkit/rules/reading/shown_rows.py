"""The rows that a table or figure shows, and where each is asked for."""

from collections.abc import Iterator

from reportkit.model.evidence import Evidence, Result
from reportkit.model.items import Item
from reportkit.model.location import Location


def shown_rows(item: Item, evidence: Evidence) -> Iterator[tuple[Result, Location]]:
    """Each row that an item shows, once, with the place of the pattern that asks for it first."""
    seen: set[str] = set()
    for pattern, place in zip(item.rows, item.row_locations, strict=False):
        for row in evidence.select((pattern,)):
            if row.id not in seen:
                seen.add(row.id)
                yield row, place
