"""How far two extractors agree, as a table of text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from reportkit.rules.reading.double_extraction import ComparedCell, FieldAgreement

_HEADS = ("field", "cells", "agree", "share", "kappa")
_NONE = "–"


def render(fields: Sequence[FieldAgreement]) -> str:
    """A line for each field and one for all; kappa where a field has few values."""
    everything = FieldAgreement("all", tuple(cell for field in fields for cell in field.cells))
    rows = [_HEADS, *map(_row, (*fields, everything))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "".join(f"{line}\n" for line in _lines(rows, widths))


def differing(cell: ComparedCell) -> str:
    """Where two readings differ, and how."""
    return f"{cell.location}: {cell.result} {cell.field}: {cell.first or _NONE} or {cell.second or _NONE}"


def _lines(rows: Sequence[tuple[str, ...]], widths: Sequence[int]) -> Iterator[str]:
    for name, *numbers in rows:
        cells = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
        yield "  ".join((name.ljust(widths[0]), *cells))


def _row(field: FieldAgreement) -> tuple[str, ...]:
    share = _rounded(Fraction(100 * field.agreeing, len(field.cells)), "0.1")
    beyond_chance = _NONE if field.kappa is None else _rounded(field.kappa, "0.01")
    return field.field, str(len(field.cells)), str(field.agreeing), f"{share}%", beyond_chance


def _rounded(value: Fraction, step: str) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(step)) + 0)  # what rounds to nothing has no sign
