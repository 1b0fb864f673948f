"""Two extractions of the same sources, compared cell by cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportkit.measures.agreement import kappa, same_reading
from reportkit.model.double_extraction import Adjudication, DoubleExtraction, Reading
from reportkit.model.location import Location

ROW = "id"
"""The field that stands for the row as a whole: who does not have the row has nothing there."""

_REMARKS = frozenset({"note", "origin", "recheck", "restated_by"})
_CATEGORIES = frozenset(
    [
        "analysis_set",
        "basis",
        "direction",
        "endpoint",
        "grade",
        "grading_scale",
        "measure",
        "source_kind",
        "tier",
        "unit",
    ]
)
"""Fields with few values, of which two readers could hit the same by chance."""


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What both extractors have in one cell, and what was settled if they differ."""

    result: str
    field: str
    first: str
    second: str
    location: Location
    adjudication: Adjudication | None

    @property
    def agrees(self) -> bool:
        """Whether both read the same."""
        return same_reading(self.first, self.second)

    @property
    def is_open(self) -> bool:
        """Whether they differ and nobody decided."""
        return not self.agrees and self.adjudication is None

    @property
    def settled(self) -> str:
        """What both read, or what was decided; nothing where that is open."""
        if self.agrees:
            return self.first
        return self.adjudication.value if self.adjudication else ""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far two extractors agree in one field."""

    field: str
    cells: tuple[ComparedCell, ...]

    @property
    def agreeing(self) -> int:
        """How many cells say the same."""
        return sum(cell.agrees for cell in self.cells)

    @property
    def kappa(self) -> Fraction | None:
        """Agreement beyond chance, in fields with few values."""
        return kappa((c.first, c.second) for c in self.cells) if self.field in _CATEGORIES else None


def compared(extraction: DoubleExtraction) -> tuple[ComparedCell, ...]:
    """The cells that either extractor filled, in the columns that both files have.

    Rows come in the order of the first file and then of the second; of a row that one lacks only the `id` is
    compared.
    """
    first, second = (_by_row(readings) for readings in (extraction.first, extraction.second))
    columns = shared_columns(extraction)
    settled = {(a.result, a.field): a for a in extraction.adjudications}
    return tuple(
        ComparedCell(name, field, mine, theirs, place, settled.get((name, field)))
        for name in dict.fromkeys((*first, *second))
        for field, mine, theirs, place in _cells(first.get(name), second.get(name), columns)
        if mine or theirs
    )


def agreement(cells: Iterable[ComparedCell]) -> tuple[FieldAgreement, ...]:
    """The agreement in each field, in the order in which fields first appear."""
    by_field: dict[str, list[ComparedCell]] = {}
    for cell in cells:
        by_field.setdefault(cell.field, []).append(cell)
    return tuple(FieldAgreement(field, tuple(found)) for field, found in by_field.items())


def idle(extraction: DoubleExtraction, cells: Iterable[ComparedCell]) -> Iterator[Adjudication]:
    """What was settled although there is nothing to settle."""
    differing = {(cell.result, cell.field) for cell in cells if not cell.agrees}
    for adjudication in extraction.adjudications:
        if (adjudication.result, adjudication.field) not in differing:
            yield adjudication


def _by_row(readings: Iterable[Reading]) -> Mapping[str, Reading]:
    return {reading.result: reading for reading in readings}


def shared_columns(extraction: DoubleExtraction) -> tuple[str, ...]:
    """The columns that both files have, but for the `id` and remarks."""
    mine, theirs = (
        readings[0].texts if readings else {} for readings in (extraction.first, extraction.second)
    )
    return tuple(name for name in mine if name in theirs and name != ROW and name not in _REMARKS)


def _cells(
    first: Reading | None, second: Reading | None, columns: Iterable[str]
) -> Iterator[tuple[str, str, str, Location]]:
    if first and second:
        for field in (ROW, *columns):
            yield field, first.texts[field], second.texts[field], second.places[field]
    elif first:
        yield ROW, first.result, "", first.location
    elif second:
        yield ROW, "", second.result, second.location
