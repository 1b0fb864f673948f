"""How records came into a review and which of them stayed, after PRISMA 2020."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.location import Location


class Decision(StrEnum):
    """What happened to records, in the order in which it can."""

    FOUND = "found"
    DUPLICATE = "duplicate"
    AUTOMATION = "automation"
    REMOVED = "removed"
    SCREENED_OUT = "screened out"
    NOT_RETRIEVED = "not retrieved"
    EXCLUDED = "excluded"
    INCLUDED = "included"


class Origin(StrEnum):
    """Where records were found."""

    DATABASE = "database"
    REGISTER = "register"
    WEBSITE = "website"
    ORGANISATION = "organisation"
    CITATION = "citation"
    SUPPLIED = "supplied"


_DATABASES = (Origin.DATABASE, Origin.REGISTER)

BEFORE_SCREENING = (Decision.DUPLICATE, Decision.AUTOMATION, Decision.REMOVED)
"""What takes records away before anyone reads them."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log; `records` is None where their number was not recorded."""

    date: str
    origin: str
    source: str
    decision: Decision
    reason: str
    records: int | None
    reference: str
    study: str
    location: Location


@dataclass(frozen=True)
class ScreeningLog:
    """Everything that was noted, in the order noted."""

    entries: tuple[LogEntry, ...]

    def of(self, *decisions: Decision) -> tuple[LogEntry, ...]:
        """The entries with one of these decisions."""
        return tuple(entry for entry in self.entries if entry.decision in decisions)

    def count(self, *decisions: Decision) -> int | None:
        """How many records that were; None where that was not recorded in full, or not at all."""
        return total(self.of(*decisions))

    @property
    def screened(self) -> int | None:
        """Records left after those removed beforehand."""
        return _less(self.count(Decision.FOUND), self._removed)

    @property
    def sought(self) -> int | None:
        """Reports that were to be read in full."""
        return _less(self.screened, self.count(Decision.SCREENED_OUT))

    @property
    def assessed(self) -> int | None:
        """Reports that were read in full."""
        return _less(self.sought, self.count(Decision.NOT_RETRIEVED))

    @property
    def expected(self) -> int | None:
        """The reports that must have been included, if the log adds up."""
        return _less(self.assessed, self.count(Decision.EXCLUDED))

    @property
    def last_search(self) -> str:
        """The latest day on which records were found; empty where no day was recorded."""
        found = self.of(Decision.FOUND)
        return max((entry.date for entry in found if entry.date[:1].isdigit()), default="")

    @property
    def searched_databases(self) -> bool:
        """Whether records were looked for in a database or register."""
        return any(entry.origin in _DATABASES for entry in self.of(Decision.FOUND))

    @property
    def studies(self) -> int:
        """The studies that the included reports are about."""
        return len({entry.study for entry in self.of(Decision.INCLUDED) if entry.study})

    @property
    def _removed(self) -> int | None:
        return total(self.of(*BEFORE_SCREENING))


def total(entries: Iterable[LogEntry]) -> int | None:
    """The records of some entries; None without an entry, or where one does not say."""
    counts = [entry.records for entry in entries]
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _less(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part
