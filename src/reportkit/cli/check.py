"""`reportkit check`: what is wrong with the sources of a review."""

import argparse
from dataclasses import replace
from pathlib import Path

from reportkit.adapters.outputs import write_output
from reportkit.cli.command import BROKEN, CLEAN, EXIT_CODES, FOUND, Commands, tell
from reportkit.cli.request import add_request, request_of
from reportkit.cli.terminal import show
from reportkit.formats.findings import form_names
from reportkit.model.diagnostic import Severity
from reportkit.project.report import report_on
from reportkit.project.request import Request

_DESCRIPTION = """\
Read chapters, bibliography and evidence, and print what is wrong with them:

  chapters/10-results.md:3:40: CIT001 `nguyen2012` is cited but stands in no bibliography
      Did you mean `nguyen2021`? Correct the key, or add an entry with this key.

Without PATH the whole project is checked; where there are neither settings nor
numbered chapters, all Markdown below this folder. With PATH only findings in these files
and folders are shown. Files that belong to no project are checked as a text of
their own; name their bibliography with --bibliography.

A remark with a reason keeps a finding from being told; it is counted:

  <!-- rk: ignore[NUM024] a dose, no result -->        above a block of Markdown
  <!-- rk: off[NUM024] doses --> … <!-- rk: on -->     around several
  <!-- rk: file-ignore[NUM024] only doses -->          for a whole file
  % rk: ignore[BIB007] a poster                        above an entry of BibTeX

For rows of the evidence such remarks stand in its file suppressions.yaml."""

_NOTES = f"""\
examples:
  reportkit check
  reportkit check chapters/20-results.md
  reportkit check paper.md --bibliography refs.bib --select CIT,BIB
  reportkit check --format full
  reportkit check --format sarif --output findings.sarif --exit-zero
  reportkit check --write-baseline known.json    take what is found as known
  reportkit check --baseline known.json          tell only what is new
  reportkit check --add-suppressions "as printed" --select NUM001

{EXIT_CODES}

`reportkit rule CODE` explains a finding, `reportkit fix` mends what can be
mended safely."""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add(
        "check", run, summary="say what is wrong with the sources", description=_DESCRIPTION, notes=_NOTES
    )
    add_request(parser)
    _add_failing(parser)
    _add_output(parser)
    _add_known(parser)


def _add_failing(parser: argparse.ArgumentParser) -> None:
    level = parser.add_mutually_exclusive_group()
    level.add_argument(
        "--fail-level",
        choices=[severity.value for severity in Severity],
        help="the least weight of a finding that fails the check (default: error)",
    )
    level.add_argument(
        "--strict",
        dest="fail_level",
        action="store_const",
        const="warning",
        help="let warnings fail the check, too",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")


def _add_output(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--format", choices=form_names(), default="text", help="how findings are written (default: text)"
    )
    form.add_argument(
        "--statistics",
        dest="format",
        action="store_const",
        const="statistics",
        help="only how often each rule finds something",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the findings into this file")
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="check anew even where nothing has changed",
    )


def _add_known(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--add-suppressions",
        metavar="REASON",
        help="write remarks with this reason, so that what is found now is not told any more",
    )
    known = parser.add_mutually_exclusive_group()
    known.add_argument(
        "--baseline", type=Path, metavar="FILE", help="do not tell, but count, the findings in this file"
    )
    known.add_argument(
        "--write-baseline", type=Path, metavar="FILE", help="take what is found as known, in this file"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the findings."""
    request = _request(arguments)
    if arguments.add_suppressions is not None:
        _suppress(request, arguments.add_suppressions)
    if arguments.write_baseline:
        return _write_baseline(request, arguments.write_baseline)
    report = report_on(request, arguments.format, remembering=not arguments.no_cache)
    if arguments.output:
        write_output(arguments.output, report.text)
    else:
        show(report.text, report.severity_of)
    if report.broken:
        return BROKEN
    return FOUND if report.fails and not arguments.exit_zero else CLEAN


def _request(arguments: argparse.Namespace) -> Request:
    level = Severity(arguments.fail_level) if arguments.fail_level else None
    return replace(request_of(arguments), fail_level=level, baseline=arguments.baseline)


def _suppress(request: Request, reason: str) -> None:
    from reportkit.formats.findings.text import counted  # noqa: PLC0415 - slow to load, seldom needed
    from reportkit.project.suppress import suppress_findings  # noqa: PLC0415 - the same

    revisions = suppress_findings(request, reason)
    tell(f"remarks written into {counted(len(revisions), 'file')}")


def _write_baseline(request: Request, path: Path) -> int:
    from reportkit.check.baseline import as_baseline  # noqa: PLC0415 - slow to load, seldom needed
    from reportkit.formats.findings import find_form  # noqa: PLC0415 - the same
    from reportkit.formats.findings.text import counted  # noqa: PLC0415 - the same
    from reportkit.project.check import check_project  # noqa: PLC0415 - the same

    findings = check_project(replace(request, with_baseline=False))
    known = as_baseline(findings)
    write_output(path, find_form("json")(known))
    tell(f"{path}: {counted(len(known.diagnostics), 'finding')} taken as known")
    if always_told := len(findings.diagnostics) - len(known.diagnostics):
        tell(f"{counted(always_told, 'finding')} cannot be: `reportkit check --baseline {path}` tells them")
    return BROKEN if findings.broken else CLEAN
