"""`reportkit gate`: let a build go on, or stop it."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from reportkit.check.findings import Findings
from reportkit.cli.command import BROKEN, CLEAN, FOUND, Commands, add_profile, add_root, tell
from reportkit.cli.terminal import show
from reportkit.formats.findings.text import render, summary
from reportkit.formats.release import json, text
from reportkit.project.gate import read_findings, release_demands, withdraw

_FORMS = {"text": text.render, "json": json.render}

_DESCRIPTION = """\
Decide from the findings of an earlier check whether documents are built.

Documents of an earlier build are withdrawn first, so that nobody takes them
for the present state. Under the profile `review` an error then stops the
build; under `draft` it goes on and says how many findings there are.

The profile `release` asks for more: no error excused by a baseline, a person
behind every result that conclusions and ratings rest on, registry locks that
are there and not old, and nothing that is not committed. It says all that is
left to do."""

_NOTES = """\
example, as the workflow does it:
  reportkit check --format json --output build/findings.json --exit-zero
  reportkit gate build/findings.json --profile review --withdraw build/review.pdf

what a release would demand:
  reportkit gate build/findings.json --profile release

exit codes: 0 build, 1 do not build, 2 cannot run, 3 the check was not complete"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "gate", run, summary="stop a build when there are errors", description=_DESCRIPTION, notes=_NOTES
    )
    parser.add_argument("findings", type=Path, metavar="FINDINGS", help="a file that `reportkit check` wrote")
    add_root(parser)
    add_profile(parser, "what is built")
    parser.add_argument(
        "--format",
        choices=tuple(_FORMS),
        default="text",
        help="how a release says what it demands (default: text)",
    )
    parser.add_argument(
        "--withdraw",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="documents of an earlier build to remove",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what the check found, and say whether to go on."""
    findings = read_findings(arguments.findings)
    removed = withdraw(arguments.withdraw)
    if arguments.profile == "release" and _demands(arguments, findings):
        return _stop(findings, removed, "Nothing was released. See the review as it stands with `snakemake`.")
    if arguments.profile == "review" and findings.fails:
        show(render(findings))
        hint = "Mend the errors and build again, or see them marked in place with `snakemake draft`."
        return _stop(findings, removed, hint)
    tell(f"{arguments.profile}: {summary(findings)}")
    return CLEAN


def _demands(arguments: argparse.Namespace, findings: Findings) -> bool:
    """Print what a release demands, and say whether that is anything."""
    demands = release_demands(arguments.root, findings)
    if demands or arguments.format == "json":
        sys.stdout.write(_FORMS[arguments.format](demands))
    return bool(demands)


def _stop(findings: Findings, removed: Iterable[Path], hint: str) -> int:
    sys.stdout.flush()  # both streams may go into one log
    for path in removed:
        tell(f"{path} was removed: it does not rest on these sources.")
    tell(hint)
    return BROKEN if findings.broken else FOUND
