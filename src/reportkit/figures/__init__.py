"""One file per kind of figure: evidence rows in, SVG and its data out.

A module without a leading underscore is a builder: it has `build(item, review) -> Figure` and `OPTIONS`.
"""

import sys
from collections.abc import Mapping
from functools import cache

from reportkit.model.builders import Builder, builders_in, item_faults
from reportkit.model.diagnostic import Fault
from reportkit.model.items import Figure, Item, Table
from reportkit.model.review import Review


@cache
def figure_builders() -> Mapping[str, Builder[Figure]]:
    """The figure builders by name."""
    return builders_in(sys.modules[__name__])


def build_figure(item: Item, review: Review) -> Figure:
    """The figure that an item declares; an empty one where there is no such builder."""
    if builder := figure_builders().get(item.builder):
        return builder.build(item, review)
    return Figure(item.id, item.caption, "", "", "", Table(item.id, item.caption, (), ()), item.notes)


def figure_faults(item: Item) -> tuple[Fault, ...]:
    """What is wrong with the builder and the options of an item."""
    return tuple(item_faults(item, figure_builders()))
