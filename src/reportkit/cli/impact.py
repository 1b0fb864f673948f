"""`reportkit impact`: what would be in doubt if a study or a report were."""

import argparse
import sys

from reportkit.cli.command import CLEAN, Commands, add_root
from reportkit.formats.traces import render_impact
from reportkit.project.tracing import impact

_DESCRIPTION = """\
Print every row that comes from a study or a reference, with the sentences,
conclusions, tables and figures that rest on it, the places that cite it, and
what is known of retractions and corrections."""

_NOTES = """\
examples:
  reportkit impact firm
  reportkit impact reed2020firm"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "impact", run, summary="say what rests on a study", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument("name", metavar="STUDY|KEY", help="the id of a study, or a citation key")


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    sys.stdout.write(render_impact(impact(arguments.root, arguments.name)))
    return CLEAN
