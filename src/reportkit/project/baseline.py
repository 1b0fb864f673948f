"""The file that holds the findings known before."""

from dataclasses import replace
from pathlib import Path, PurePath

from reportkit.adapters.files import read_source, read_text
from reportkit.check.baseline import as_baseline, found_no_more, set_known_aside
from reportkit.check.findings import Findings
from reportkit.check.selection import Selection
from reportkit.errors import FileAccessError, UsageError
from reportkit.formats.findings.json import parse_json, render
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.location import SourceText
from reportkit.project.sources import Sources
from reportkit.rules.tool import stale_baseline

_HINT = "Write it with `reportkit check --write-baseline FILE`."


def with_baseline(findings: Findings, sources: Sources, selection: Selection, name: str) -> Findings:
    """The findings without those that are known, and one about the baseline where it is out of date."""
    baseline = _read(sources.root, name)
    entries = as_baseline(_parse(baseline)).diagnostics
    asked_for = [e for e in entries if not sources.selective or e.location.filename in sources.files]
    told = set_known_aside(findings, entries)
    gone = found_no_more(told, asked_for, sources.review, selection)
    if not gone or stale_baseline.RULE not in selection:
        return told
    left = tuple(entry for entry in entries if entry not in gone)
    without = None if _is_outside(name) else render(Findings(left))
    stale = stale_baseline.stale_baseline(baseline, len(gone), without)
    return replace(told, diagnostics=_sorted((*told.diagnostics, stale)))


def _is_outside(name: str) -> bool:
    return PurePath(name).parts[:1] == ("..",)


def _read(root: Path, name: str) -> SourceText:
    try:
        if _is_outside(name):
            return SourceText(name, read_text(root / name))
        source = read_source(root, name)
    except FileAccessError as error:
        raise UsageError(error.message, _HINT) from error
    if not isinstance(source, SourceText):
        raise UsageError(f"{source.location}: {source.message}", _HINT)
    return source


def _parse(baseline: SourceText) -> Findings:
    try:
        return parse_json(baseline.text)
    except (ValueError, KeyError, TypeError) as error:
        message = f"{baseline.filename}: these are no findings of this version of reportkit"
        raise UsageError(message, _HINT) from error


def _sorted(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
