"""One file per kind of table: evidence rows in, a table value out.

A module without a leading underscore is a builder: it has `build(item, review) -> Table` and `OPTIONS`.
"""

import sys
from collections.abc import Mapping
from functools import cache

from reportkit.items.builders import Builder, builders_in
from reportkit.items.faults import item_faults
from reportkit.items.texts import with_filled_texts
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item, Table
from reportkit.model.review import Review


@cache
def table_builders() -> Mapping[str, Builder[Table]]:
    """The table builders by name."""
    return builders_in(sys.modules[__name__])


def build_table(item: Item, review: Review) -> Table:
    """The table that an item declares; an empty one where there is no such builder."""
    said = with_filled_texts(item, review.evidence or Evidence())
    builder = table_builders().get(item.builder)
    return builder.build(said, review) if builder else Table(item.id, said.caption, (), (), said.notes)


def table_faults(item: Item, evidence: Evidence | None = None) -> tuple[Fault, ...]:
    """What an item asks for that its builder or the evidence does not have."""
    return tuple(item_faults(item, table_builders(), evidence))
