"""What a check found, and how it adds up."""

from dataclasses import dataclass

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity, Unchecked
from reportkit.rules.tool import internal_error


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one check, the files it read, and what it could not check.

    `not_applicable` are rules that had nothing to look at, `unchecked` single things no rule could judge.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings weigh that much."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def fixable(self) -> int:
        """How many findings `reportkit fix` mends."""
        return sum(
            diagnostic.fix is not None and diagnostic.fix.applicability is Applicability.SAFE
            for diagnostic in self.diagnostics
        )

    @property
    def broken(self) -> bool:
        """Whether a rule failed, so that the check is not complete."""
        return any(diagnostic.code == internal_error.RULE.code for diagnostic in self.diagnostics)

    def reaches(self, level: Severity) -> bool:
        """Whether a finding weighs at least as much as `level`."""
        return any(diagnostic.severity.weight >= level.weight for diagnostic in self.diagnostics)
