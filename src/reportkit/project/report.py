"""What a check has to say, said again without checking while nothing that it looked at has changed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from reportkit.adapters.check_memory import keep, memory_of, recall
from reportkit.adapters.observed import observing
from reportkit.model.diagnostic import Severity
from reportkit.project.request import Request


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in one of their forms, whether they fail the check, and whether a part of it failed itself.

    `severities` are those of the rules that found something, by code.
    """

    text: str
    fails: bool
    broken: bool
    severities: Mapping[str, Severity]

    def severity_of(self, code: str) -> Severity | None:
        """What findings of this code weigh, None where there are none."""
        severity = self.severities.get(code)
        return severity and Severity(severity)


def report_on(request: Request, form: str, *, remembering: bool = True) -> Report:
    """The findings that are asked for, as text in the form of this name."""
    memory = memory_of(request.root, request, form)
    if remembering and (answer := recall(memory)):
        return Report(**answer)
    with observing() as seen:
        report = _checked(request, form)
    if remembering and not report.broken:
        keep(memory, seen, asdict(report))
    return report


def _checked(request: Request, form: str) -> Report:
    from reportkit.formats.findings import find_form  # noqa: PLC0415 - slow to load, and not always needed
    from reportkit.project.check import check_project  # noqa: PLC0415 - the same

    findings = check_project(request)
    severities = {diagnostic.code: diagnostic.severity for diagnostic in findings.diagnostics}
    return Report(find_form(form)(findings), findings.fails, findings.broken, severities)
