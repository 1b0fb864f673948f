"""Results side by side: which column a result belongs to, and which of them share a row."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from reportkit.items.options import listed, matches, records
from reportkit.model.evidence import Result
from reportkit.model.items import Item


@dataclass(frozen=True, slots=True)
class ArmColumn:
    """A column of values and the arms whose results it shows; `contrast` marks comparisons of arms."""

    title: str
    arms: tuple[str, ...]
    contrast: bool = False


@dataclass(slots=True)
class Line:
    """The results of one row, by the column in which they stand."""

    key: Hashable
    slots: dict[int, Result] = field(default_factory=dict)

    @property
    def results(self) -> tuple[Result, ...]:
        """The results from left to right."""
        return tuple(self.slots[column] for column in sorted(self.slots))


def arm_columns(item: Item, only: str) -> tuple[ArmColumn, ...]:
    """The columns of the option `arms`, or a single one for all results."""
    columns = tuple(
        ArmColumn(str(column.get("title", "")), listed(column.get("arms")), column.get("contrast") is True)
        for column in records(item, "arms")
    )
    return columns or (ArmColumn(only, ("*",)),)


def side_by_side(
    results: Iterable[Result], columns: Sequence[ArmColumn], key: Callable[[Result], Hashable]
) -> list[Line]:
    """Results with equal keys in one row where their columns differ, in order of first appearance."""
    found: list[Line] = []
    for result in results:
        column = place(result, columns)
        line = next((line for line in found if line.key == key(result) and column not in line.slots), None)
        if line is None:
            line = Line(key(result))
            found.append(line)
        line.slots[column] = result
    return found


def place(result: Result, columns: Sequence[ArmColumn]) -> int:
    """The first column that names the result's arm; the first of all where none does."""
    return next((i for i, column in enumerate(columns) if matches(result.arm, column.arms)), 0)
