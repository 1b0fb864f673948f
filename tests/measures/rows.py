"""Rows of evidence in few words: an invented miniature topic, children learning to walk after a cast."""

from dataclasses import fields
from decimal import Decimal
from typing import Any

from reportkit.model.evidence import Measure, Printed, Result
from reportkit.model.location import Location, Position

_PLACE = Location("evidence/results.csv", Position(2, 1), Position(2, 2))
_PRINTED = ("estimate", "se", "ci_low", "ci_high", "ci_level", "p")
_EMPTY = {field.name: "" if field.type is str else None for field in fields(Result)}


def printed(text: str) -> Printed:
    """A number as a paper prints it."""
    bound = text[:1] if text[:1] in "<>" else ""
    return Printed(text, Decimal(text.removeprefix(bound)), bound)


def row(measure: str = "proportion", **cells: Any) -> Result:
    """A row with these cells, as they stand in a CSV file; all others are empty."""
    known = {name: printed(cell) if name in _PRINTED else cell for name, cell in cells.items()}
    fixed = {"measure": Measure(measure), "location": _PLACE, "cells": {}}
    return Result(**{**_EMPTY, "id": "walk", "unit": "%", **fixed, **known})
