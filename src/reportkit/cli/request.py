"""The arguments that say what to check and with which rules."""

import argparse
from pathlib import Path

from reportkit.check.selection import parse_codes
from reportkit.cli.command import add_root
from reportkit.model.settings import FLAVORS
from reportkit.project.request import Request


def add_request(parser: argparse.ArgumentParser) -> None:
    """Paths, the project's folder, bibliographies and rules."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="chapters or folders of chapters")
    add_root(parser)
    parser.add_argument(
        "--bibliography",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a bibliography to use instead of the project's; may be repeated",
    )
    parser.add_argument(
        "--flavor",
        choices=FLAVORS,
        default="",
        help="the Markdown that is read (default: the settings', or what names and project tell)",
    )
    parser.add_argument(
        "--select",
        metavar="CODES",
        default="",
        help="only these rules: codes or their beginnings, such as CIT,BIB007",
    )
    parser.add_argument(
        "--extend-select", metavar="CODES", default="", help="these rules on top of those that run anyway"
    )
    parser.add_argument(
        "--ignore", metavar="CODES", default="", help="not these rules, nor those the settings ignore"
    )


def request_of(arguments: argparse.Namespace) -> Request:
    """What the arguments ask for."""
    return Request(
        root=arguments.root,
        paths=tuple(arguments.paths),
        bibliography=tuple(arguments.bibliography),
        flavor=arguments.flavor,
        select=parse_codes(arguments.select),
        ignore=parse_codes(arguments.ignore),
        extend_select=parse_codes(arguments.extend_select),
    )
