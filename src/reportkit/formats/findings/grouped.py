"""Findings under the name of their file, places in a column of their own."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import code, summary
from reportkit.model.diagnostic import Diagnostic


def render(findings: Findings) -> str:
    """Each file with its findings below it, then one line that sums up."""
    by_file = groupby(findings.diagnostics, key=lambda diagnostic: diagnostic.location.filename)
    lines = [line for filename, group in by_file for line in _group(filename, group)]
    return "\n".join([*lines, summary(findings), ""])


def _group(filename: str, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    found = [(f"{d.location.start.row}:{d.location.start.column}", d) for d in diagnostics]
    width = max(len(place) for place, _ in found)
    yield f"{filename}:"
    for place, diagnostic in found:
        yield f"  {place:<{width}}  {code(diagnostic)} {diagnostic.message}"
    yield ""
