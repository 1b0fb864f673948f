"""`reportkit html`: the document as one page."""

import argparse
from pathlib import Path

from reportkit.adapters.files import read_bytes, read_text
from reportkit.adapters.outputs import write_output
from reportkit.cli.command import CLEAN, Commands, add_profile, add_root
from reportkit.formats.document.manuscript import load_manuscript
from reportkit.project.documents import make_page
from reportkit.project.load import load_review

_DESCRIPTION = """\
Format the citations of a manuscript and write it as one HTML file that opens
from disk and asks the network for nothing: style, fonts, images and data are
inside."""

_NOTES = """\
example:
  reportkit html build/work/draft/manuscript.json --fonts build/work/fonts.css --output page.html"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("html", run, summary="write the page", description=_DESCRIPTION, notes=_NOTES)
    add_root(parser)
    parser.add_argument(
        "manuscript", type=Path, metavar="MANUSCRIPT", help="what `reportkit manuscript` wrote"
    )
    parser.add_argument(
        "--fonts", type=Path, required=True, metavar="FILE", help="what `reportkit fonts` wrote"
    )
    add_profile(parser, "a draft says on the page that it is one")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="the page to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the page."""
    review = load_review(arguments.root)
    manuscript = load_manuscript(read_bytes(arguments.manuscript))
    fonts = read_text(arguments.fonts)
    page = make_page(arguments.root, review, manuscript, fonts, draft=arguments.profile == "draft")
    write_output(arguments.output, page)
    return CLEAN
