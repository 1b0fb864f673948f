"""`reportkit fix`: mend what can be mended safely."""

import argparse
import sys

from reportkit.check.edits import Change
from reportkit.cli.command import BROKEN, CLEAN, EXIT_CODES, FOUND, Commands
from reportkit.cli.request import add_request, request_of
from reportkit.formats.findings.text import counted, summary
from reportkit.model.diagnostic import Severity
from reportkit.project.fix import fix_project

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

{EXIT_CODES}

The exit code tells what is left after mending."""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "fix", run, summary="mend what can be mended safely", description=_DESCRIPTION, notes=_NOTES
    )
    add_request(parser)


def run(arguments: argparse.Namespace) -> int:
    """Mend, and print the changes."""
    mended = fix_project(request_of(arguments))
    for change in mended.changes:
        sys.stdout.write(f"{_told(change)}\n")
    files = {change.location.filename for change in mended.changes}
    changes = f"{counted(len(mended.changes), 'change')} in {counted(len(files), 'file')}"
    sys.stdout.write(f"{changes}; left: {summary(mended.findings)}\n")
    if mended.findings.broken:
        return BROKEN
    return FOUND if mended.findings.reaches(Severity.ERROR) else CLEAN


def _told(change: Change) -> str:
    return f"{change.location}: {change.code} `{change.old}` → `{change.new}`"
