"""Column heads and the shares of the width that their texts need."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportkit.model.items import Column


@dataclass(frozen=True, slots=True)
class Head:
    """The title of a column and how much room it needs, compared with the other columns."""

    title: str
    weight: float
    align: str = "left"


def columns(heads: Sequence[Head]) -> tuple[Column, ...]:
    """The columns of a table that takes the whole width."""
    total = sum(head.weight for head in heads)
    return tuple(Column(head.title, head.align, round(head.weight / total, 4)) for head in heads)
