"""`reportkit why`: where a number comes from and what rests on it."""

import argparse
import sys

from reportkit.cli.command import CLEAN, Commands, add_root
from reportkit.formats.traces import render_why
from reportkit.project.tracing import why

_DESCRIPTION = """\
Print where a row of the evidence was read, who took and who verified it, and
every sentence, table and figure that rests on it."""

_NOTES = """\
example:
  reportkit why firm.splint.healed"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "why", run, summary="say what stands behind a number", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument("result", metavar="RESULT", help="the id of a row of results.csv")


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    sys.stdout.write(render_why(why(arguments.root, arguments.result)))
    return CLEAN
