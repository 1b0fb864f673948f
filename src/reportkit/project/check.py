"""Check a project, or texts that belong to none."""

import os
from collections.abc import Collection
from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.check.review import check_review
from reportkit.check.selection import Selection
from reportkit.errors import UsageError
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.settings import Settings
from reportkit.project.baseline import with_baseline
from reportkit.project.items import with_items
from reportkit.project.request import Request
from reportkit.project.sources import Sources, read_sources
from reportkit.project.spreading import spread
from reportkit.rules.registry import all_rules, unknown_words

_LARGE = 3_000  # references, from which on rules take long enough to be shared out
# What cannot be read, or not be understood, matters to every file.
_ANYWHERE = {"RKT003", "RKT004", "RKT005", "RKT007", "RKT008", "RKT009", "RKT010"}


def check_project(request: Request) -> Findings:
    """Read the sources, run the rules, and keep the findings that are asked for."""
    return check_sources(read_sources(request), request)


def check_sources(sources: Sources, request: Request) -> Findings:
    """Run the rules over sources that have been read."""
    review = with_items(sources.review)
    settings = review.settings
    selection = _selection(request, settings)
    is_large = len(review.bibliography.references) > _LARGE
    findings = check_review(review, selection, each=spread if is_large else map)
    if sources.selective:
        findings = _within(findings, sources.files)
    if baseline := _baseline(sources, request):
        findings = with_baseline(findings, replace(sources, review=review), selection, baseline)
    level = request.fail_level or Severity(settings.fail_level)
    return replace(findings, files=sources.files, fail_level=level)


def _baseline(sources: Sources, request: Request) -> str:
    """The name of the baseline, seen from the root; the path of a request is seen from where it was made."""
    if not request.with_baseline:
        return ""
    if request.baseline is None:
        return sources.review.settings.baseline
    return os.path.relpath(request.baseline, sources.root)


def _within(findings: Findings, files: Collection[str]) -> Findings:
    """The findings in some of the files, and what cannot be read anywhere."""
    return replace(
        findings,
        diagnostics=tuple(d for d in findings.diagnostics if _is_asked_for(d, files)),
        suppressed=tuple(s for s in findings.suppressed if s.diagnostic.location.filename in files),
    )


def _selection(request: Request, settings: Settings) -> Selection:
    """The rules that the request names, else those of the settings; what either ignores is left out."""
    for word in unknown_words((*request.select, *request.extend_select, *request.ignore)):
        hint = did_you_mean(word, (rule.code for rule in all_rules()), "`reportkit rules` lists all rules.")
        raise UsageError(f"there is no rule `{word}`", hint)
    select = request.select or tuple(map(str.upper, settings.select))
    ignore = (*request.ignore, *map(str.upper, settings.ignore))
    extend = (*request.extend_select, *map(str.upper, settings.extend_select))
    per_file = {pattern: tuple(map(str.upper, codes)) for pattern, codes in settings.per_file_ignores.items()}
    return Selection(select, ignore, extend, per_file, tuple(map(str.upper, settings.unfixable)))


def _is_asked_for(diagnostic: Diagnostic, files: Collection[str]) -> bool:
    return diagnostic.location.filename in files or diagnostic.code in _ANYWHERE
