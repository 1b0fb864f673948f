"""`reportkit fonts`: the fonts of the documents as one style sheet."""

import argparse
from pathlib import Path

from reportkit.adapters.outputs import write_output
from reportkit.cli.command import CLEAN, Commands, add_root, tell
from reportkit.project.chapters import CACHE
from reportkit.project.documents import make_fonts
from reportkit.project.load import load_review

_DESCRIPTION = """\
Cut the fonts of the documents to the characters of the sources and write them
as one style sheet. The first cut takes about a minute; later ones come from
the cache, which a new version of a font package empties by itself."""

_NOTES = """\
example:
  reportkit fonts --output build/work/fonts.css"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "fonts", run, summary="cut the fonts of the documents", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="where cuts are kept (default: .reportkit/fonts)"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="the style sheet to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the style sheet."""
    cache = arguments.cache or arguments.root / CACHE / "fonts"
    if not cache.is_dir():
        tell("Cutting the fonts; this takes about a minute and is done once.")
    write_output(arguments.output, make_fonts(load_review(arguments.root), cache))
    return CLEAN
