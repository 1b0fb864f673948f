"""`reportkit manuscript`: all chapters as one tree."""

import argparse
from pathlib import Path

from reportkit.adapters.outputs import write_output, write_outputs
from reportkit.cli.command import CLEAN, Commands, add_root
from reportkit.formats.document.manuscript import dump_manuscript
from reportkit.project.documents import make_manuscript
from reportkit.project.load import load_review

_DESCRIPTION = """\
Join all chapters into one document: tables and figures are generated and
placed, tied numbers linked to their rows, cross-references and citing places
numbered. What is missing is marked in place; the check is what refuses it."""

_NOTES = """\
example:
  reportkit manuscript --output build/work/draft/manuscript.json --data build/work/draft/data"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "manuscript", run, summary="join the chapters", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="the manuscript to write")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="write the data of each table and figure here"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the manuscript and the data of its items."""
    made = make_manuscript(arguments.root, load_review(arguments.root))
    if arguments.data:
        write_outputs(arguments.data, {f"{name}.csv": csv for name, csv in made.data.items()})
    write_output(arguments.output, dump_manuscript(made.manuscript))
    return CLEAN
