"""What a rule is, and the few things every rule needs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.model.review import Review


class Data(StrEnum):
    """A part of the review that a rule cannot do without."""

    CHAPTERS = "chapters"
    BIBLIOGRAPHY = "bibliography"
    EVIDENCE = "evidence"
    ITEMS = "items"
    METADATA = "metadata lock"
    RETRACTIONS = "retraction snapshot"
    SETTINGS = "settings"


class Risk(StrEnum):
    """How often a rule may flag what is right."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def _nothing(_: Review) -> Iterator[Diagnostic]:
    return iter(())


def _all_checked(_: Review) -> Iterable[Unchecked]:
    return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One flaw the checker looks for; `check` looks at a review and changes nothing.

    What readers stumble over reaches a rule as faults of its code; a rule may be about nothing else.
    `fix` says how far the rule's own fixes go. `unchecked` names what the rule could not judge.
    A `preview` rule runs only when it is selected by its code. `documentation` is the docstring of the
    rule's module.
    """

    code: str
    name: str
    severity: Severity
    needs: frozenset[Data]
    documentation: str
    check: Callable[[Review], Iterator[Diagnostic]] = _nothing
    unchecked: Callable[[Review], Iterable[Unchecked]] = _all_checked
    fix: Applicability | None = None
    risk: Risk = Risk.LOW
    preview: bool = False

    @property
    def by_default(self) -> bool:
        """Whether the rule runs where nothing is selected: not if it only advises or is often wrong."""
        return not self.preview and self.severity is not Severity.INFO and self.risk is not Risk.HIGH

    def applies(self, review: Review) -> bool:
        """Whether the review has what this rule looks at; not applying is not passing."""
        absent = {
            Data.CHAPTERS: not review.chapters,
            Data.EVIDENCE: review.evidence is None,
            Data.METADATA: review.metadata is None,
            Data.RETRACTIONS: review.retractions is None,
        }
        return not any(absent.get(need, False) for need in self.needs)

    def diagnostic(
        self, location: Location, message: str, hint: str, subject: str | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """A finding of this rule."""
        return Diagnostic(self.code, self.name, self.severity, message, location, hint, subject, fix)

    def findings(self, review: Review) -> Iterator[Diagnostic]:
        """What readers could not make sense of, whatever else is missing; then what the rule itself finds."""
        for fault in review.all_faults:
            if fault.code == self.code:
                found = self.diagnostic(fault.location, fault.message, fault.hint, fault.subject, fault.fix)
                yield replace(found, related=fault.related)
        if self.applies(review):
            yield from self.check(review)
