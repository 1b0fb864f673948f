"""`reportkit pdf`: the page, printed."""

import argparse
import sys
from pathlib import Path

from reportkit.adapters.files import read_bytes, read_text
from reportkit.adapters.outputs import write_output
from reportkit.adapters.reviewers_copy.request import ReviewersCopy
from reportkit.adapters.typesetter import typeset
from reportkit.cli.command import CLEAN, Commands
from reportkit.errors import UsageError

_DESCRIPTION = """\
Print a page of `reportkit html` as PDF: tagged, with bookmarks, page numbers
in the contents and the pages of each citing place in the references. What the
page offers for download is inside it. The same page gives the same bytes on
every run."""

_NOTES = """\
examples:
  reportkit pdf build/work/draft/document.html --output draft.pdf
  reportkit pdf build/work/draft/document.html --for-reviewers --output for-reviewers.pdf"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("pdf", run, summary="print the page", description=_DESCRIPTION, notes=_NOTES)
    parser.add_argument("page", type=Path, metavar="PAGE", help="what `reportkit html` wrote")
    parser.add_argument(
        "--attach", type=Path, nargs="*", default=[], metavar="FILE", help="sources to put inside the PDF"
    )
    parser.add_argument(
        "--for-reviewers",
        action="store_true",
        help="number the lines, name the paragraphs in the margin, and mark a draft across each page",
    )
    parser.add_argument(
        "--double-spaced", action="store_true", help="for reviewers: leave room between the lines"
    )
    parser.add_argument(
        "--since", type=Path, metavar="PAGE", help="for reviewers: draw bars beside what is not in this page"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="the PDF to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the PDF."""
    sources = {path.as_posix(): read_bytes(path) for path in arguments.attach}
    pdf = typeset(read_text(arguments.page), sources, _copy(arguments), _say)
    write_output(arguments.output, pdf)
    return CLEAN


def _copy(arguments: argparse.Namespace) -> ReviewersCopy | None:
    if not arguments.for_reviewers:
        if arguments.double_spaced or arguments.since:
            raise UsageError("only a copy for reviewers is that", "Add `--for-reviewers`.")
        return None
    earlier = read_text(arguments.since) if arguments.since else ""
    return ReviewersCopy(arguments.double_spaced, earlier)


def _say(remark: str) -> None:
    sys.stdout.write(f"Note: {remark}.\n")
