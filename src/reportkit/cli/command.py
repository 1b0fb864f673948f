"""What all commands of the command line have in common."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

Run = Callable[[argparse.Namespace], int]

CLEAN, FOUND, CANNOT_RUN, BROKEN = 0, 1, 2, 3

EXIT_CODES = """\
exit codes:
  0  nothing found that stops the document
  1  findings: errors, with --strict warnings too
  2  cannot run: the command line, the settings or a file is at fault
  3  a fault of reportkit itself"""


class Commands:
    """The commands of a parser, each with its description, examples and the function that runs it."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(
        self, name: str, run: Run, *, summary: str, description: str, notes: str
    ) -> argparse.ArgumentParser:
        """A command; its options are added to what this returns."""
        parser = self._commands.add_parser(
            name,
            help=summary,
            description=description,
            epilog=notes,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.set_defaults(run=run)
        return parser


def add_root(parser: argparse.ArgumentParser) -> None:
    """The option that names the project's folder."""
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the project's folder (default: the current one)",
    )


def add_profile(parser: argparse.ArgumentParser, meaning: str) -> None:
    """The option that says whether the review, its draft or its release is meant."""
    profiles = ("review", "draft", "release")
    parser.add_argument("--profile", choices=profiles, default="review", help=f"{meaning} (default: review)")


def tell(message: str) -> None:
    """A line for the person who runs the command, apart from the results."""
    sys.stderr.write(f"{message}\n")


def colour(stream: TextIO) -> bool:
    """Whether to write in colour: to a terminal, unless its owner asks for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
