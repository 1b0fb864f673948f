"""`reportkit export`: the document in other formats."""

import argparse
from pathlib import Path

from reportkit.adapters.files import read_bytes, read_text
from reportkit.adapters.outputs import write_output
from reportkit.cli.command import CLEAN, Commands, add_profile, add_root
from reportkit.errors import UsageError
from reportkit.formats.document.manuscript import load_manuscript
from reportkit.project.exports import EXPORTS, make_export
from reportkit.project.load import load_review

_DESCRIPTION = """\
Write a manuscript for word processors (.docx), reading devices (.epub, EPUB 3),
archives (.xml, JATS 1.2) or as plain Markdown (.md). What was written is read
back and compared with the manuscript before it is kept."""

_NOTES = """\
example:
  reportkit export build/work/draft/manuscript.json --fonts build/work/fonts.css --output draft.docx"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "export", run, summary="write other formats", description=_DESCRIPTION, notes=_NOTES
    )
    add_root(parser)
    parser.add_argument(
        "manuscript", type=Path, metavar="MANUSCRIPT", help="what `reportkit manuscript` wrote"
    )
    parser.add_argument(
        "--fonts", type=Path, required=True, metavar="FILE", help="what `reportkit fonts` wrote"
    )
    add_profile(parser, "a draft says in its title that it is one")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="FILE", help="the file to write, which says the format"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the document."""
    form = arguments.output.suffix.removeprefix(".")
    if form not in EXPORTS:
        raise UsageError(f"{arguments.output}: no format is written so", f"There are {', '.join(EXPORTS)}.")
    review = load_review(arguments.root)
    manuscript = load_manuscript(read_bytes(arguments.manuscript))
    fonts, draft = read_text(arguments.fonts), arguments.profile == "draft"
    write_output(arguments.output, make_export(arguments.root, review, manuscript, form, fonts, draft=draft))
    return CLEAN
