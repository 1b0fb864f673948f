"""Check a project, or texts that belong to none."""

from collections.abc import Collection
from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.check.review import check_review
from reportkit.check.selection import Selection
from reportkit.errors import UsageError
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.settings import Settings
from reportkit.project.items import with_items
from reportkit.project.sources import Request, Sources, read_sources
from reportkit.rules.registry import all_rules, unknown_words

# What cannot be read, or not be understood, matters to every file.
_ANYWHERE = {"RKT003", "RKT004", "RKT005", "RKT007", "RKT008", "RKT009"}


def check_project(request: Request) -> Findings:
    """Read the sources, run the rules, and keep the findings that are asked for."""
    return check_sources(read_sources(request), request)


def check_sources(sources: Sources, request: Request) -> Findings:
    """Run the rules over sources that have been read."""
    review = with_items(sources.review)
    findings = check_review(review, _selection(request, review.settings))
    return replace(
        findings if not sources.selective else _within(findings, sources.files), files=sources.files
    )


def _within(findings: Findings, files: Collection[str]) -> Findings:
    """The findings in some of the files, and what cannot be read anywhere."""
    return replace(
        findings,
        diagnostics=tuple(d for d in findings.diagnostics if _is_asked_for(d, files)),
        suppressed=tuple(s for s in findings.suppressed if s.diagnostic.location.filename in files),
    )


def _selection(request: Request, settings: Settings) -> Selection:
    """The rules that the request names, else those of the settings; what either ignores is left out."""
    for word in unknown_words((*request.select, *request.ignore)):
        hint = did_you_mean(word, (rule.code for rule in all_rules()), "`reportkit rules` lists all rules.")
        raise UsageError(f"there is no rule `{word}`", hint)
    select = request.select or tuple(map(str.upper, settings.select))
    ignore = (*request.ignore, *map(str.upper, settings.ignore))
    return Selection(select, ignore, tuple(map(str.upper, settings.extend_select)))


def _is_asked_for(diagnostic: Diagnostic, files: Collection[str]) -> bool:
    return diagnostic.location.filename in files or diagnostic.code in _ANYWHERE
