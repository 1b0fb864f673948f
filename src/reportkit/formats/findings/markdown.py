"""Findings as a summary in Markdown, for the page of a build or a comment on a pull request."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import summary
from reportkit.model.diagnostic import Diagnostic
from reportkit.rules.registry import find_rule

_FILES = 10
_FINDINGS = 50  # comments and pages hold only so much; errors come first
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@!&$^])")


def render(findings: Findings) -> str:
    """What was found in one line; counts by rule and by file; the findings that weigh most."""
    lines = ["## reportkit check", "", f"**{_verdict(findings)}**: {summary(findings)}", ""]
    if findings.diagnostics:
        lines += [*_by_rule(findings.diagnostics), *_by_file(findings.diagnostics)]
        lines += _list(findings.diagnostics)
    lines += _unchecked(findings)
    return "\n".join(lines)


def _verdict(findings: Findings) -> str:
    if findings.broken:
        return "Not complete"
    return "Failed" if findings.fails else "Passed"


def _by_rule(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    counts = Counter((d.code, d.name, d.severity.value) for d in diagnostics)
    yield from ("| Rule | Weight | Findings |", "|---|---|---:|")
    for (code, name, severity), number in sorted(counts.items()):
        yield f"| {code} {name} | {severity} | {number} |"
    yield ""


def _by_file(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    counts: Mapping[str, int] = Counter(diagnostic.location.filename for diagnostic in diagnostics)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    yield from ("| File | Findings |", "|---|---:|")
    for filename, number in most[:_FILES]:
        yield f"| {_plain(filename)} | {number} |"
    if most[_FILES:]:
        yield f"| {len(most[_FILES:])} other files | {sum(number for _, number in most[_FILES:])} |"
    yield ""


def _list(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    ordered = sorted(diagnostics, key=lambda diagnostic: -diagnostic.severity.weight)
    for diagnostic in ordered[:_FINDINGS]:
        place = f"{diagnostic.location.filename}:{diagnostic.location.start.row}"
        yield f"- {_plain(place)}: {diagnostic.code} {_plain(diagnostic.message)}"
    if ordered[_FINDINGS:]:
        yield f"- and {len(ordered[_FINDINGS:])} more"
    yield ""


def _unchecked(findings: Findings) -> Iterator[str]:
    counts = Counter(unchecked.code for unchecked in findings.unchecked)
    if counts:
        yield from ("| Not checked | Cases |", "|---|---:|")
        for code, number in sorted(counts.items()):
            rule = find_rule(code)
            yield f"| {code} {rule.name if rule else ''} | {number} |"
        yield ""


def _plain(text: str) -> str:
    """The text as it is, whatever Markdown would make of it; what stands in backticks stays code."""
    parts = " ".join(text.split()).split("`")
    if len(parts) % 2 == 0 or "" in parts[1::2]:
        return _escaped("`".join(parts))
    return "`".join(part if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
