"""What a check found, and how it adds up."""

from dataclasses import dataclass, field

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity, Unchecked
from reportkit.model.location import Location, SourceText
from reportkit.rules.tool import internal_error


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the author does not want to be told, why not, and where that is written."""

    diagnostic: Diagnostic
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one check, the files it read, and what it could not check.

    `not_applicable` are rules that had nothing to look at, `unchecked` single things no rule could judge.
    `suppressed` and `known`, which stand in the baseline, are counted but not told. `sources` are the texts
    that the findings are about, where they are at hand.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Diagnostic, ...] = ()
    fail_level: Severity = Severity.ERROR
    sources: tuple[SourceText, ...] = field(default=(), compare=False, repr=False)

    def count(self, severity: Severity) -> int:
        """How many findings weigh that much."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def fixable(self) -> int:
        """How many findings `reportkit fix` mends."""
        return self._with_fix(Applicability.SAFE)

    @property
    def unsafely_fixable(self) -> int:
        """How many findings have a fix that could change the meaning."""
        return self._with_fix(Applicability.UNSAFE)

    @property
    def broken(self) -> bool:
        """Whether a rule failed, so that the check is not complete."""
        return any(diagnostic.code == internal_error.RULE.code for diagnostic in self.diagnostics)

    @property
    def fails(self) -> bool:
        """Whether a finding weighs enough to fail the check."""
        return self.reaches(self.fail_level)

    def _with_fix(self, applicability: Applicability) -> int:
        fixes = (diagnostic.fix for diagnostic in self.diagnostics if diagnostic.fix)
        return sum(fix.applicability is applicability for fix in fixes)

    def reaches(self, level: Severity) -> bool:
        """Whether a finding weighs at least as much as `level`."""
        return any(diagnostic.severity.weight >= level.weight for diagnostic in self.diagnostics)
