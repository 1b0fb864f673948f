"""`reportkit evidence`: what stands behind the numbers, and who has looked at it."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reportkit.cli import agreement
from reportkit.cli.command import CLEAN, EXIT_CODES, FOUND, Commands, add_root
from reportkit.model.snapshots import Standing
from reportkit.project.anchors import AnchorReport, find_anchors
from reportkit.project.verification import verified_shares, verify

_DESCRIPTION = """\
Look after the evidence database."""

_NOTES = """\
examples:
  reportkit evidence status
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


_VERIFY = """\
Record that a person compared these results with their sources. A result that
is changed afterwards counts as unverified again."""

_VERIFY_NOTES = """\
example:
  reportkit evidence verify firm.splint.healed firm.cast.healed --by "Ann Reed" """

_STATUS = """\
Say how many of the results that each chapter rests on a person has verified."""

_STATUS_NOTES = """\
example:
  reportkit evidence status"""


def add_parser(commands: Commands) -> None:
    """Declare the command and those below it."""
    parser = commands.add(
        "evidence", anchors, summary="look after the evidence", description=_DESCRIPTION, notes=_NOTES
    )
    below = Commands(parser)
    _add_anchors(below)
    _add_verify(below)
    status_parser = below.add(
        "status",
        status,
        summary="say how much is verified",
        description=_STATUS,
        notes=_STATUS_NOTES,
    )
    add_root(status_parser)
    agreement.add_parser(below)


def _add_anchors(commands: Commands) -> None:
    parser = commands.add(
        "anchors",
        anchors,
        summary="find the words around each number",
        description=_ANCHORS,
        notes=_ANCHORS_NOTES,
    )
    add_root(parser)
    parser.add_argument(
        "--sources", type=Path, metavar="DIR", help="the folder with the texts (default: sources)"
    )
    parser.add_argument(
        "--record", action="store_true", help="remember the digest of each text, to notice when it changes"
    )


def _add_verify(commands: Commands) -> None:
    parser = commands.add(
        "verify", verify_results, summary="record a verification", description=_VERIFY, notes=_VERIFY_NOTES
    )
    add_root(parser)
    parser.add_argument("results", nargs="+", metavar="RESULT", help="the id of a row of results.csv")
    parser.add_argument("--by", required=True, metavar="NAME", help="the person who compared them")
    parser.add_argument(
        "--on", type=_day, default=date.today().isoformat(), metavar="DAY", help="when (default: today)"
    )


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def verify_results(arguments: argparse.Namespace) -> int:
    """Record it and say so."""
    for verification in verify(arguments.root, arguments.results, arguments.by, arguments.on):
        sys.stdout.write(f"{verification.result}: verified by {verification.by}, {verification.on}\n")
    return CLEAN


def status(arguments: argparse.Namespace) -> int:
    """Print a line for each chapter and one for all."""
    for share in verified_shares(arguments.root):
        sys.stdout.write(f"{share.name}: {share.verified} of {share.tied} results verified\n")
    return CLEAN


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
