"""Findings about a review, as values: what is wrong, where, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.location import Location, Position


class Severity(StrEnum):
    """How much a finding weighs; `error` stops the document."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """2 for an error, 1 for a warning, 0 for information."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Applicability(StrEnum):
    """Whether a fix keeps the meaning (safe) or may change it (unsafe)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text at a location by `content`."""

    location: Location
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding, and what they do in one phrase."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding has to do with, and what stands there."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule's code and name, the place, the message and a hint.

    `subject` is the citation key, row id or label that the finding is about. `fingerprint`, given by the
    check, stays the same while lines come and go around the finding.
    """

    code: str
    name: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    subject: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""

    @property
    def sort_key(self) -> tuple[str, Position, str, str]:
        """File, place, code, message: the order in which findings are printed."""
        return (self.location.filename, self.location.start, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that a rule would have judged but could not: it has neither passed nor failed.

    `subject` is the citation key, row id or file it is about, `reason` what was missing.
    """

    code: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader could not make sense of; the rule of the same code reports it."""

    code: str
    message: str
    location: Location
    hint: str = ""
    subject: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
