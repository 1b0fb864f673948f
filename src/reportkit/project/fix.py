"""Mend a project: carry out safe fixes until none is left."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from reportkit.adapters.files import locate_file, read_bytes, write_atomically
from reportkit.check.edits import Change, apply_fixes
from reportkit.check.findings import Findings
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix
from reportkit.model.location import SourceText
from reportkit.project.check import check_sources
from reportkit.project.sources import Request, read_sources

_MARK = b"\xef\xbb\xbf"
_LONE_RETURN = re.compile(r"\r(?!\n)")  # a line end of old, which rows are counted by
_ROUNDS = 20  # a fix may uncover another one; ever new ones mean that two rules disagree


@dataclass(frozen=True, slots=True)
class Mended:
    """What was changed, and what a check finds afterwards."""

    changes: tuple[Change, ...]
    findings: Findings


def fix_project(request: Request) -> Mended:
    """Carry out the safe fixes of all findings; a second run changes nothing."""
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        sources = read_sources(request)
        findings = check_sources(sources, request)
        made = [change for file in _by_file(findings.diagnostics) for change in _mend(sources.root, *file)]
        if not made:
            return Mended(tuple(changes), findings)
        changes += made
    raise RuntimeError(f"the fixes do not come to an end; the last was of {changes[-1].code}")


_Fixable = list[tuple[Diagnostic, Fix]]


def _by_file(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, _Fixable]]:
    """The findings with a safe fix, by file: a fix stays within the file of its finding."""
    safe = [
        (diagnostic, diagnostic.fix)
        for diagnostic in diagnostics
        if diagnostic.fix and diagnostic.fix.applicability is Applicability.SAFE
    ]
    for filename, group in groupby(safe, key=lambda pair: pair[0].location.filename):
        yield filename, list(group)


def _mend(root: Path, filename: str, fixable: _Fixable) -> list[Change]:
    path = locate_file(root, filename)
    content = read_bytes(path)
    mark = _MARK if content.startswith(_MARK) else b""
    source = SourceText(filename, _LONE_RETURN.sub("\n", content.removeprefix(_MARK).decode()))
    text, changes = apply_fixes(source, fixable)
    if text != source.text:
        write_atomically(path, mark + text.encode())
    return changes
