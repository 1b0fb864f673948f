"""`reportkit evidence`: what stands behind the numbers, and who has looked at it."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from reportkit.cli.command import CLEAN, EXIT_CODES, FOUND, Commands, add_root
from reportkit.model.snapshots import Standing
from reportkit.project.anchors import AnchorReport, find_anchors

_DESCRIPTION = """\
Look after the evidence database."""

_NOTES = """\
example:
  reportkit evidence anchors

`reportkit evidence COMMAND --help` tells more about each command."""

_ANCHORS = """\
Look for the words that were noted around each number in the texts of the
sources. Keep those texts in a folder that is not published, each named by its
citation key (`sources/reed2020.txt`). A source without a text is counted, and
neither found nor missing."""

_ANCHORS_NOTES = f"""\
examples:
  reportkit evidence anchors
  reportkit evidence anchors --sources ../texts
  reportkit evidence anchors --record    remember what the texts are now

{EXIT_CODES}"""


def add_parser(commands: Commands) -> None:
    """Declare the command and those below it."""
    parser = commands.add(
        "evidence", anchors, summary="look after the evidence", description=_DESCRIPTION, notes=_NOTES
    )
    below = Commands(parser)
    command = below.add(
        "anchors",
        anchors,
        summary="find the words around each number",
        description=_ANCHORS,
        notes=_ANCHORS_NOTES,
    )
    add_root(command)
    command.add_argument(
        "--sources", type=Path, metavar="DIR", help="the folder with the texts (default: sources)"
    )
    command.add_argument(
        "--record", action="store_true", help="remember the digest of each text, to notice when it changes"
    )


def anchors(arguments: argparse.Namespace) -> int:
    """Print what was not found, and how many were."""
    folder = arguments.sources or arguments.root / "sources"
    report = find_anchors(arguments.root, folder, record=arguments.record)
    sys.stdout.write("".join(f"{line}\n" for line in _told(report)))
    return FOUND if report.count(Standing.MISSING) or report.changed else CLEAN


def _told(report: AnchorReport) -> Iterator[str]:
    for anchor in report.anchors:
        if anchor.standing is Standing.MISSING:
            yield f"{anchor.result}: {anchor.filename} does not have the words “{anchor.words}”"
    for source in report.changed:
        yield f"{source}: the text is not the one that was recorded; read it again"
    found, missing = report.count(Standing.FOUND), report.count(Standing.MISSING)
    unread = report.count(Standing.NO_TEXT)
    yield f"{found} of {found + missing} anchors found; {unread} more have no text to look in"
