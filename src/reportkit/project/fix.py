"""Mend a project: carry out fixes until none is left, in memory first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from reportkit.adapters.files import drafts
from reportkit.check.edits import Change, apply_fixes
from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix
from reportkit.project.check import check_sources
from reportkit.project.request import Request
from reportkit.project.revision import Original, Revision
from reportkit.project.sources import Sources, read_sources

_ROUNDS = 20  # a fix may uncover another one; ever new ones mean that two rules disagree
_SAFE = frozenset({Applicability.SAFE})


@dataclass(frozen=True, slots=True)
class Mended:
    """What was changed, the files as they are to be written, and what a check finds in them."""

    changes: tuple[Change, ...]
    revisions: tuple[Revision, ...]
    findings: Findings


def mend_project(request: Request, kinds: Collection[Applicability] = _SAFE) -> Mended:
    """Carry out all fixes of these kinds; a second time there is nothing left to do."""
    changes: list[Change] = []
    drafted: dict[Path, Revision] = {}
    for _ in range(_ROUNDS):
        with drafts({path: revision.after for path, revision in drafted.items()}):
            sources = read_sources(request)
            findings = check_sources(sources, request)
            made = list(_round(sources, findings, kinds))
        if not made:
            return Mended(tuple(changes), tuple(drafted.values()), findings)
        for revision, its_changes in made:
            first = drafted.get(revision.path, revision)
            drafted[revision.path] = replace(revision, before=first.before)
            changes += its_changes
    raise RuntimeError(f"the fixes do not come to an end; the last was of {changes[-1].code}")


def fix_project(request: Request, kinds: Collection[Applicability] = _SAFE) -> Mended:
    """Mend a project and write its files."""
    mended = mend_project(request, kinds)
    for revision in mended.revisions:
        revision.write()
    return mended


_Fixable = list[tuple[Diagnostic, Fix]]


def _round(
    sources: Sources, findings: Findings, kinds: Collection[Applicability]
) -> Iterator[tuple[Revision, list[Change]]]:
    """One change of each file; what is known from the baseline is mended, too."""
    for filename, fixable in _by_file((*findings.diagnostics, *findings.known), kinds):
        original = Original.read(sources.root, filename)
        fitted = [(found, _fitted(original, fix)) for found, fix in fixable]
        text, changes = apply_fixes(original.source, fitted)
        if changes:
            yield original.revised(text), changes


def _by_file(
    diagnostics: Iterable[Diagnostic], kinds: Collection[Applicability]
) -> Iterator[tuple[str, _Fixable]]:
    """The findings with such a fix, by file: a fix stays within the file of its finding."""
    fixable = [
        (diagnostic, diagnostic.fix)
        for diagnostic in sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
        if diagnostic.fix and diagnostic.fix.applicability in kinds
    ]
    for filename, group in groupby(fixable, key=lambda pair: pair[0].location.filename):
        yield filename, list(group)


def _fitted(original: Original, fix: Fix) -> Fix:
    return replace(fix, edits=tuple(map(original.fitted, fix.edits)))
