"""Whether findings that an earlier check wrote down let a document be built."""

from collections.abc import Iterable
from pathlib import Path

from reportkit.adapters.files import access, read_text
from reportkit.adapters.work_tree import read_work_tree
from reportkit.check.findings import Findings
from reportkit.errors import UsageError
from reportkit.formats.findings.json import parse_json
from reportkit.model.release import Demand
from reportkit.project.load import load_review
from reportkit.release.demands import all_demands


def read_findings(path: Path) -> Findings:
    """The findings of a file written by `reportkit check --format json --output`."""
    try:
        return parse_json(read_text(path))
    except (ValueError, KeyError, TypeError) as error:
        hint = "Write it anew with `reportkit check --format json --output FILE --exit-zero`."
        raise UsageError(f"{path}: these are no findings of this version of reportkit", hint) from error


def withdraw(paths: Iterable[Path]) -> list[Path]:
    """Remove documents that no longer rest on checked sources; returns those that were there."""
    there = [path for path in paths if path.exists() or path.is_symlink()]
    for path in there:
        with access(str(path)):
            path.unlink()
    return there


def release_demands(root: Path, findings: Findings) -> tuple[Demand, ...]:
    """What is left to do before the review of a folder can be released."""
    return all_demands(findings, load_review(root), read_work_tree(root))
