"""The vocabulary that a Table Schema beside `results.csv` allows in its columns."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, Position, SourceText


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a cell that is not empty may hold; the description says it in words."""

    allowed: tuple[str, ...]
    pattern: re.Pattern[str] | None
    description: str

    def objection(self, text: str) -> str:
        """What is wrong with the content of a cell, or nothing."""
        if self.allowed and text not in self.allowed:
            return f"is not one of {', '.join(self.allowed)}"
        fits = self.pattern is None or self.pattern.fullmatch(text)
        return "" if fits else "does not have the form asked for"


def read_constraints(source: SourceText) -> Mapping[str, Constraint] | Fault:
    """The constraints of each column, or why the schema cannot be read."""
    try:
        columns = json.loads(source.text)["fields"]
        return {column["name"]: _constraint(column) for column in columns}
    except json.JSONDecodeError as error:
        return _unreadable(source, Position(error.lineno, error.colno), f"this is not JSON: {error.msg}")
    except re.error as error:
        return _unreadable(source, Position(1, 1), f"`{error.pattern!s}` is not a pattern: {error.msg}")
    except (AttributeError, KeyError, TypeError, RecursionError):
        return _unreadable(source, Position(1, 1), "this is not a Table Schema with a list of `fields`")


def _constraint(column: Mapping[str, Any]) -> Constraint:
    said = column.get("constraints", {})
    pattern = said.get("pattern")
    return Constraint(
        tuple(map(str, said.get("enum", ()))),
        None if pattern is None else re.compile(pattern),
        str(column.get("description", "")),
    )


def _unreadable(source: SourceText, place: Position, message: str) -> Fault:
    hint = "See https://datapackage.org/standard/table-schema/ for what it may say."
    return Fault("RKT009", message, Location(source.filename, place, place), hint)
