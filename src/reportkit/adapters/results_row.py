"""One row of `results.csv`: cells by column, read as text, counts and printed numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Printed
from reportkit.model.location import Location

_COUNT = re.compile(r"[0-9]{1,15}")
_NUMBER = re.compile(r"([<>]?)([-−]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))")
_RANGE = re.compile(r"[0-9]+(?:\.[0-9]+)?[-–][0-9]+(?:\.[0-9]+)?")


@dataclass
class ResultRow:
    """The cells of a row; what cannot be read counts as empty and is noted, once for a cell, in `faults`."""

    texts: Mapping[str, str]
    places: Mapping[str, Location]
    location: Location
    faults: list[Fault]
    noted: set[str] = field(default_factory=set)

    def note(self, code: str, message: str, column: str, hint: str = "") -> None:
        """Note the first fault of a cell."""
        if column not in self.noted:
            place = self.places.get(column, self.location)
            self.faults.append(Fault(code, message, place, hint, self.text("id") or None))
        self.noted.add(column)

    def text(self, column: str) -> str:
        """The text of a cell; nothing where there is no such column."""
        return self.texts.get(column, "")

    def count(self, column: str) -> int | None:
        """A whole number that is not negative."""
        text = self.text(column)
        if not text or _COUNT.fullmatch(text):
            return int(text) if text else None
        self.note("TAB002", f"`{text}` in column `{column}` is no whole number", column, _number_hint(text))
        return None

    def number(self, column: str) -> Printed | None:
        """A number as printed, with `<` or `>` in front where the source has it."""
        text = self.text(column)
        match = _NUMBER.fullmatch(text)
        if match:
            return Printed(text, Decimal(match[2].replace("−", "-")), match[1])
        if text:
            self.note("TAB002", f"`{text}` in column `{column}` is no number", column, _number_hint(text))
        return None

    def estimate(self, *, ranges: bool) -> Printed | None:
        """The estimate; where ranges such as `25-30` are due, they have no single value."""
        return None if ranges and _RANGE.fullmatch(self.text("estimate")) else self.number("estimate")


def _number_hint(text: str) -> str:
    if re.fullmatch(r"[0-9]+[,·][0-9]+", text):
        return "Write a point before the decimals."
    if _RANGE.fullmatch(text):
        return "A range is read where `measure` is `percent_range`."
    return "Write the number alone; words about it belong in the column `note`."
