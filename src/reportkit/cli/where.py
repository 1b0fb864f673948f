"""`reportkit where`: find in the sources what a document shows."""

import argparse
import sys
from textwrap import shorten

from reportkit.cli.command import CLEAN, FOUND, Commands, add_root, tell
from reportkit.project.where import Written, where

_DESCRIPTION = """\
Print the file and line of a paragraph, section, table, row or reference by the
id that all documents show it under. When the beginning or the end of a
paragraph was written anew, what is left of it is found by its other end."""

_NOTES = """\
examples:
  reportkit where p-k3fq-9wqm
  reportkit where 'file:///home/me/build/review.html#tbl:studies'

exit codes: 0 found, 1 only something like it found, 2 nothing found"""

_WIDTH = 72


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "where", run, summary="find a passage in the sources", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument("id", metavar="ID", help="the id, or a link that ends with it")


def run(arguments: argparse.Namespace) -> int:
    """Print the places."""
    found = where(arguments.root, arguments.id)
    sys.stdout.write("".join(map(_line, found)))
    if any(written.changed for written in found):
        tell("No paragraph has this id any more; these share an end with it.")
        return FOUND
    return CLEAN


def _line(written: Written) -> str:
    changed = f"{written.changed}: " if written.changed else ""
    return f"{written.location}: {changed}{shorten(written.text, _WIDTH, placeholder=' …')}\n"
