"""`reportkit diff`: what changed between two editions of a review."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from reportkit.adapters.outputs import write_output
from reportkit.adapters.typesetter import typeset
from reportkit.cli.command import CLEAN, Commands, add_root
from reportkit.errors import UsageError
from reportkit.formats.redline.json import render_json
from reportkit.formats.redline.text import render_text
from reportkit.project.redline import compare_editions, make_redline_page
from reportkit.redline.comparison import Redline

_DESCRIPTION = """\
Compare two editions of a review: revisions of its git repository, or folders.
Words are compared with words, cells with cells, references and rows of the
evidence by their keys; conclusions that rest on what changed are named.

A folder of the name that is given comes before a revision of that name."""

_NOTES = """\
examples:
  reportkit diff HEAD                     the last commit with the files as they are
  reportkit diff v1.0 v1.1 --format html --output redline.html
  reportkit diff v1.0 --output redline.pdf
  reportkit diff ../as-submitted .

What went stands in [-…-], what came in {+…+}; HTML and PDF strike and underline."""

FORMATS = ("text", "json", "html", "pdf")


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("diff", run, summary="compare two editions", description=_DESCRIPTION, notes=_NOTES)
    add_root(parser)
    parser.add_argument("before", metavar="REV", help="a revision, or a folder with a review")
    parser.add_argument(
        "now", nargs="?", metavar="REV", help="the later one (default: the files as they are)"
    )
    parser.add_argument(
        "--format", choices=FORMATS, help="the form (default: as the output is named, or text)"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="the file to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the comparison."""
    output: Path | None = arguments.output
    named = output.suffix.removeprefix(".") if output else ""
    form = arguments.format or (named if named in FORMATS else "text")
    if form == "pdf" and not output:
        raise UsageError("a PDF is no text for the terminal", "Say where it goes: `--output redline.pdf`.")
    content = _RENDERED[form](
        arguments.root, compare_editions(arguments.root, arguments.before, arguments.now)
    )
    if output:
        write_output(output, content)
    else:
        sys.stdout.write(str(content))
    return CLEAN


_RENDERED: Mapping[str, Callable[[Path, Redline], str | bytes]] = {
    "text": lambda _, redline: render_text(redline),
    "json": lambda _, redline: render_json(redline),
    "html": make_redline_page,
    "pdf": lambda root, redline: typeset(make_redline_page(root, redline)),
}
