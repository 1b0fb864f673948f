"""`reportkit proof`: read the documents back before anyone else does."""

import argparse
from pathlib import Path

from reportkit.adapters.files import read_bytes
from reportkit.adapters.outputs import write_output
from reportkit.cli.command import CLEAN, FOUND, Commands, tell
from reportkit.formats.document.manuscript import load_manuscript
from reportkit.project.documents import prove_documents

_DESCRIPTION = """\
Read the finished page and PDF back and find in them, in order, every heading,
citation, tied number, table, figure and footnote of the manuscript. Only then
are they published."""

_NOTES = """\
example:
  reportkit proof build/work/review/manuscript.json --html build/work/review/document.html \\
      --pdf build/work/review/document.pdf --publish build/review.html build/review.pdf

exit codes: 0 proven and published, 1 something is missing, 2 cannot run"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "proof", run, summary="read the documents back", description=_DESCRIPTION, notes=_NOTES
    )
    parser.add_argument(
        "manuscript", type=Path, metavar="MANUSCRIPT", help="what `reportkit manuscript` wrote"
    )
    parser.add_argument("--html", type=Path, required=True, metavar="FILE", help="the page")
    parser.add_argument("--pdf", type=Path, required=True, metavar="FILE", help="the PDF")
    parser.add_argument(
        "--publish", type=Path, nargs=2, metavar=("HTML", "PDF"), help="where to put proven documents"
    )


def run(arguments: argparse.Namespace) -> int:
    """Say what is missing, or publish."""
    page, pdf = read_bytes(arguments.html), read_bytes(arguments.pdf)
    proof = prove_documents(load_manuscript(read_bytes(arguments.manuscript)), page.decode(), pdf)
    for line in proof.missing:
        tell(line)
    if proof.missing:
        tell(f"{len(proof.missing)} of {proof.promised:,} texts are missing; nothing was published.")
        return FOUND
    tell(f"{proof.promised:,} headings, citations, numbers, tables, figures and notes stand in HTML and PDF.")
    if arguments.publish:
        for place, content in zip(arguments.publish, (page, pdf), strict=True):
            write_output(place, content)
        tell("Published: {} and {}".format(*arguments.publish))
    return CLEAN
