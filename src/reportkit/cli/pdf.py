"""`reportkit pdf`: the page, printed."""

import argparse
from pathlib import Path

from reportkit.adapters.files import read_bytes, read_text
from reportkit.adapters.outputs import write_output
from reportkit.adapters.typesetter import typeset
from reportkit.cli.command import CLEAN, Commands

_DESCRIPTION = """\
Print a page of `reportkit html` as PDF: tagged, with bookmarks, page numbers
in the contents and the pages of each citing place in the references. What the
page offers for download is inside it. The same page gives the same bytes on
every run."""

_NOTES = """\
example:
  reportkit pdf build/work/draft/document.html --output draft.pdf"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("pdf", run, summary="print the page", description=_DESCRIPTION, notes=_NOTES)
    parser.add_argument("page", type=Path, metavar="PAGE", help="what `reportkit html` wrote")
    parser.add_argument(
        "--attach", type=Path, nargs="*", default=[], metavar="FILE", help="sources to put inside the PDF"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="the PDF to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the PDF."""
    sources = {path.as_posix(): read_bytes(path) for path in arguments.attach}
    write_output(arguments.output, typeset(read_text(arguments.page), sources))
    return CLEAN
