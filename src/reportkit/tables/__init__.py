"""One file per kind of table: evidence rows in, a table value out.

A module without a leading underscore is a builder: it has `build(item, review) -> Table` and `OPTIONS`.
"""

import sys
from collections.abc import Mapping
from functools import cache

from reportkit.model.builders import Builder, builders_in, item_faults
from reportkit.model.diagnostic import Fault
from reportkit.model.items import Item, Table
from reportkit.model.review import Review


@cache
def table_builders() -> Mapping[str, Builder[Table]]:
    """The table builders by name."""
    return builders_in(sys.modules[__name__])


def build_table(item: Item, review: Review) -> Table:
    """The table that an item declares; an empty one where there is no such builder."""
    builder = table_builders().get(item.builder)
    return builder.build(item, review) if builder else Table(item.id, item.caption, (), (), item.notes)


def table_faults(item: Item) -> tuple[Fault, ...]:
    """What is wrong with the builder and the options of an item."""
    return tuple(item_faults(item, table_builders()))
