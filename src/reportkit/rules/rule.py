"""What a rule is, and the few things every rule needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review


class Data(StrEnum):
    """A part of the review that a rule cannot do without."""

    CHAPTERS = "chapters"
    BIBLIOGRAPHY = "bibliography"
    EVIDENCE = "evidence"
    ITEMS = "items"
    SETTINGS = "settings"


def _nothing(_: Review) -> Iterator[Diagnostic]:
    return iter(())


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One flaw the checker looks for; `check` looks at a review and changes nothing.

    What readers stumble over reaches a rule as faults of its code; a rule may be about nothing else.
    `fix` says how far the rule's own fixes go. A `preview` rule runs only when it is selected by its code.
    `documentation` is the docstring of the rule's module.
    """

    code: str
    name: str
    severity: Severity
    needs: frozenset[Data]
    documentation: str
    check: Callable[[Review], Iterator[Diagnostic]] = _nothing
    fix: Applicability | None = None
    preview: bool = False

    def applies(self, review: Review) -> bool:
        """Whether the review has what this rule looks at; not applying is not passing."""
        missing = {Data.EVIDENCE} if review.evidence is None else set()
        return self.needs.isdisjoint(missing if review.chapters else missing | {Data.CHAPTERS})

    def diagnostic(
        self, location: Location, message: str, hint: str, subject: str | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """A finding of this rule."""
        return Diagnostic(self.code, self.name, self.severity, message, location, hint, subject, fix)

    def findings(self, review: Review) -> Iterator[Diagnostic]:
        """What readers could not make sense of, whatever else is missing; then what the rule itself finds."""
        for fault in review.all_faults:
            if fault.code == self.code:
                yield self.diagnostic(fault.location, fault.message, fault.hint, fault.subject, fault.fix)
        if self.applies(review):
            yield from self.check(review)
