"""`reportkit fix`: mend what can be mended safely."""

import argparse
import sys

from reportkit.check.edits import Change
from reportkit.cli.command import BROKEN, CLEAN, EXIT_CODES, FOUND, Commands
from reportkit.cli.request import add_request, request_of
from reportkit.formats.diff import render_diff
from reportkit.formats.findings.text import counted, summary
from reportkit.model.diagnostic import Applicability
from reportkit.project.fix import Mended, fix_project, mend_project

_DESCRIPTION = """\
Carry out the safe fixes of all findings and print each change, old and new.
Empty brackets of tied numbers are filled from their evidence rows, and tied
numbers that disagree with their rows are written anew in the author's form.

Nothing is removed but what a finding names; files are replaced whole or not at
all. A second run changes nothing."""

_NOTES = f"""\
examples:
  reportkit fix
  reportkit fix chapters/20-results.md --select NUM
  reportkit fix --diff                  show what would change, change nothing
  reportkit fix --unsafe-fixes --select CIT001 --diff

{EXIT_CODES}

The exit code tells what is left after mending, with --diff whether anything
would change."""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "fix", run, summary="mend what can be mended safely", description=_DESCRIPTION, notes=_NOTES
    )
    add_request(parser)
    parser.add_argument("--diff", action="store_true", help="print the changes as a diff and make none")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="also carry out fixes that could change the meaning"
    )


def run(arguments: argparse.Namespace) -> int:
    """Mend, and print the changes."""
    kinds = frozenset(Applicability) if arguments.unsafe_fixes else frozenset({Applicability.SAFE})
    if arguments.diff:
        return _show(mend_project(request_of(arguments), kinds))
    mended = fix_project(request_of(arguments), kinds)
    for change in mended.changes:
        sys.stdout.write(f"{_told(change)}\n")
    changes = f"{counted(len(mended.changes), 'change')} in {counted(len(mended.revisions), 'file')}"
    sys.stdout.write(f"{changes}; left: {summary(mended.findings)}\n")
    if mended.findings.broken:
        return BROKEN
    return FOUND if mended.findings.fails else CLEAN


def _show(mended: Mended) -> int:
    for revision in mended.revisions:
        sys.stdout.write(render_diff(revision.filename, revision.before.decode(), revision.after.decode()))
    if mended.findings.broken:
        return BROKEN
    return FOUND if mended.revisions else CLEAN


def _told(change: Change) -> str:
    return f"{change.location}: {change.code} `{change.old}` → `{change.new}`"
