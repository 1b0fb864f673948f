"""One file per kind of figure: evidence rows in, SVG and its data out.

A module without a leading underscore is a builder: it has `build(item, review) -> Figure` and `OPTIONS`.
"""

import sys
from collections.abc import Mapping
from functools import cache

from reportkit.items.builders import Builder, builders_in
from reportkit.items.faults import item_faults
from reportkit.items.texts import with_filled_texts
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence
from reportkit.model.items import Figure, Item, Table
from reportkit.model.review import Review


@cache
def figure_builders() -> Mapping[str, Builder[Figure]]:
    """The figure builders by name."""
    return builders_in(sys.modules[__name__])


def build_figure(item: Item, review: Review) -> Figure:
    """The figure that an item declares; an empty one where there is no such builder."""
    said = with_filled_texts(item, review.evidence or Evidence())
    if builder := figure_builders().get(item.builder):
        return builder.build(said, review)
    return Figure(item.id, said.caption, "", "", "", Table(item.id, said.caption, (), ()), said.notes)


def figure_faults(item: Item, evidence: Evidence | None = None) -> tuple[Fault, ...]:
    """What an item asks for that its builder or the evidence does not have."""
    return tuple(item_faults(item, figure_builders(), evidence))
