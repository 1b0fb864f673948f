"""How far two extractors of the evidence agree."""

from dataclasses import dataclass
from pathlib import Path

from reportkit.errors import UsageError
from reportkit.project.load import load_review
from reportkit.rules.reading.double_extraction import (
    ROW,
    ComparedCell,
    FieldAgreement,
    agreement,
    compared,
)

_HOW = "Each extractor writes a file of their own: extraction-first.csv, extraction-second.csv."


@dataclass(frozen=True, slots=True)
class Agreement:
    """The compared cells, the same by field, and how many rows of the evidence there are."""

    cells: tuple[ComparedCell, ...]
    fields: tuple[FieldAgreement, ...]
    rows: int

    @property
    def read_twice(self) -> int:
        """The rows that both extractors have."""
        return sum(cell.field == ROW and cell.agrees for cell in self.cells)

    @property
    def unsettled(self) -> tuple[ComparedCell, ...]:
        """The cells that differ and are open."""
        return tuple(cell for cell in self.cells if cell.is_open)


def measure_agreement(root: Path) -> Agreement:
    """Compare both extractions of a review."""
    evidence = load_review(root).evidence
    if evidence is None or not (evidence.double.first and evidence.double.second):
        raise UsageError("this review was not extracted twice", _HOW)
    cells = compared(evidence.double)
    return Agreement(cells, agreement(cells), len(evidence.results))
