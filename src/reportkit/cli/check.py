"""`reportkit check`: what is wrong with the sources of a review."""

import argparse
import sys
from pathlib import Path

from reportkit.adapters.outputs import write_output
from reportkit.cli.command import BROKEN, CLEAN, EXIT_CODES, FOUND, Commands
from reportkit.cli.request import add_request, request_of
from reportkit.formats.findings import find_form, form_names
from reportkit.model.diagnostic import Severity
from reportkit.project.check import check_project

_DESCRIPTION = """\
Read chapters, bibliography and evidence, and print what is wrong with them:

  chapters/10-results.md:3:40: CIT001 `nguyen2012` is cited but stands in no bibliography
      Did you mean `nguyen2021`? Correct the key, or add an entry with this key.

Without PATH the whole project is checked. With PATH only findings in these
files and folders are shown. Files that belong to no project are checked as a
text of their own; name their bibliography with --bibliography."""

_NOTES = f"""\
examples:
  reportkit check
  reportkit check chapters/20-results.md
  reportkit check paper.md --bibliography refs.bib --select CIT,BIB
  reportkit check --format json --output findings.json --exit-zero

{EXIT_CODES}

`reportkit rule CODE` explains a finding, `reportkit fix` mends what can be
mended safely."""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "check", run, summary="say what is wrong with the sources", description=_DESCRIPTION, notes=_NOTES
    )
    add_request(parser)
    parser.add_argument("--strict", action="store_true", help="let warnings fail the check, too")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    parser.add_argument("--format", choices=form_names(), default="text", help="default: text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the findings into this file")


def run(arguments: argparse.Namespace) -> int:
    """Print or write the findings."""
    findings = check_project(request_of(arguments))
    rendered = find_form(arguments.format)(findings)
    if arguments.output:
        write_output(arguments.output, rendered)
    else:
        sys.stdout.write(rendered)
    if findings.broken:
        return BROKEN
    level = Severity.WARNING if arguments.strict else Severity.ERROR
    return FOUND if findings.reaches(level) and not arguments.exit_zero else CLEAN
