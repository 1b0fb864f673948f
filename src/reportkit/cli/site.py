"""`reportkit site`: the page as a folder for a server."""

import argparse
from pathlib import Path

from reportkit.adapters.files import read_text
from reportkit.adapters.outputs import write_output
from reportkit.cli.command import CLEAN, Commands
from reportkit.formats.document.site import as_site

_DESCRIPTION = """\
Write a finished page as a folder that a server can hand out: the same page,
with its fonts and data as files that browsers keep."""

_NOTES = """\
example:
  reportkit site build/review.html --output build/site"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "site", run, summary="write the page as a folder", description=_DESCRIPTION, notes=_NOTES
    )
    parser.add_argument("page", type=Path, metavar="PAGE", help="what `reportkit html` wrote")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="the folder to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the folder."""
    for name, content in sorted(as_site(read_text(arguments.page)).items()):
        write_output(arguments.output / name, content)
    return CLEAN
