"""`reportkit evidence agreement`: how far two extractors agree."""

import argparse
import sys

from reportkit.cli.command import CLEAN, EXIT_CODES, FOUND, Commands, add_root
from reportkit.formats.agreement import differing, render
from reportkit.project.agreement import measure_agreement

_DESCRIPTION = """\
Compare what two people extracted independently: for each field the share of
cells in which they agree, and Cohen's kappa where a field has few values.
Then name the cells that differ and that nobody settled.

Each writes a file of their own beside results.csv: extraction-first.csv and
extraction-second.csv, with the column `id` and those to compare. What was
settled stands in adjudication.csv: result, field, value, reason, by."""

_NOTES = f"""\
example:
  reportkit evidence agreement

{EXIT_CODES}"""


def add_parser(commands: Commands) -> None:
    """Declare the command, below `evidence`."""
    parser = commands.add(
        "agreement", run, summary="say how far two extractors agree", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the table, what is open, and a line that sums up."""
    found = measure_agreement(arguments.root)
    differ = [cell for cell in found.cells if not cell.agrees]
    sys.stdout.write(render(found.fields))
    sys.stdout.write("".join(f"{differing(cell)}\n" for cell in found.unsettled))
    sys.stdout.write(
        f"{found.read_twice} of {found.rows} rows read twice; {len(differ)} cells differ,"
        f" {len(found.unsettled)} of them not settled\n"
    )
    return FOUND if found.unsettled else CLEAN
