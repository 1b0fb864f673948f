"""What a rule is, and the few things every rule needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.diagnostic import Applicability, Diagnostic, Fault, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review


class Data(StrEnum):
    """A part of the review that a rule cannot do without."""

    CHAPTERS = "chapters"
    BIBLIOGRAPHY = "bibliography"
    EVIDENCE = "evidence"
    ITEMS = "items"
    SETTINGS = "settings"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One flaw the checker looks for; `check` looks at a review and changes nothing.

    `fix` says how far the rule's own fixes go. A `preview` rule runs only when it is selected by its code.
    `documentation` is the docstring of the rule's module.
    """

    code: str
    name: str
    severity: Severity
    needs: frozenset[Data]
    check: Callable[[Review], Iterator[Diagnostic]]
    documentation: str
    fix: Applicability | None = None
    preview: bool = False

    @property
    def group(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    def applies(self, review: Review) -> bool:
        """Whether the review has what this rule looks at; not applying is not passing."""
        missing = {Data.EVIDENCE} if review.evidence is None else set()
        return self.needs.isdisjoint(missing if review.chapters else missing | {Data.CHAPTERS})

    def diagnostic(
        self, location: Location, message: str, hint: str, subject: str | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """A finding of this rule."""
        return Diagnostic(self.code, self.name, self.severity, message, location, hint, subject, fix)

    def from_fault(self, fault: Fault) -> Diagnostic:
        """The finding for something a reader could not make sense of."""
        return self.diagnostic(fault.location, fault.message, fault.hint, fault.subject, fault.fix)

    def from_faults(self, review: Review) -> Iterator[Diagnostic]:
        """The findings for all faults that carry this rule's code."""
        evidence = review.evidence.faults if review.evidence else ()
        for fault in (*review.faults, *review.bibliography.faults, *evidence):
            if fault.code == self.code:
                yield self.from_fault(fault)
