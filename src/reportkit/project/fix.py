"""Mend a project: carry out fixes until none is left, in memory first."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from reportkit.adapters.files import drafts, locate_file, read_bytes, write_atomically
from reportkit.check.edits import Change, apply_fixes
from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix
from reportkit.model.location import SourceText
from reportkit.project.check import check_sources
from reportkit.project.sources import Request, Sources, read_sources

_MARK = b"\xef\xbb\xbf"
_LONE_RETURN = re.compile(r"\r(?!\n)")  # a line end of old, which rows are counted by
_ROUNDS = 20  # a fix may uncover another one; ever new ones mean that two rules disagree
_SAFE = frozenset({Applicability.SAFE})


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as it is and as it would be."""

    filename: str
    path: Path
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Mended:
    """What was changed, the files as they are to be written, and what a check finds in them."""

    changes: tuple[Change, ...]
    revisions: tuple[Revision, ...]
    findings: Findings

    def write(self) -> None:
        """Write the files, each whole or not at all."""
        for revision in self.revisions:
            write_atomically(revision.path, revision.after)


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
            drafted[revision.path] = Revision(revision.filename, revision.path, first.before, revision.after)
            changes += its_changes
    raise RuntimeError(f"the fixes do not come to an end; the last was of {changes[-1].code}")


def fix_project(request: Request, kinds: Collection[Applicability] = _SAFE) -> Mended:
    """Mend a project and write its files."""
    mended = mend_project(request, kinds)
    mended.write()
    return mended


_Fixable = list[tuple[Diagnostic, Fix]]


def _round(
    sources: Sources, findings: Findings, kinds: Collection[Applicability]
) -> Iterator[tuple[Revision, list[Change]]]:
    for filename, fixable in _by_file((*findings.diagnostics, *findings.known), kinds):
        revision, changes = _mend(sources.root, filename, fixable)
        if changes:
            yield revision, changes


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


def _mend(root: Path, filename: str, fixable: _Fixable) -> tuple[Revision, list[Change]]:
    path = locate_file(root, filename)
    content = read_bytes(path)
    mark = _MARK if content.startswith(_MARK) else b""
    source = SourceText(filename, _LONE_RETURN.sub("\n", content.removeprefix(_MARK).decode()))
    text, changes = apply_fixes(source, [(found, _with_ends_of(source, fix)) for found, fix in fixable])
    return Revision(filename, path, content, mark + text.encode()), changes


def _with_ends_of(source: SourceText, fix: Fix) -> Fix:
    r"""The fix with the line ends of a file whose every line ends with `\r\n`."""
    if not 0 < source.text.count("\n") == source.text.count("\r\n"):
        return fix
    edits = (replace(edit, content=edit.content.replace("\n", "\r\n")) for edit in fix.edits)
    return replace(fix, edits=tuple(edits))
