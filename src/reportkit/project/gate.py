"""Whether findings that an earlier check wrote down let a document be built."""

from collections.abc import Iterable
from pathlib import Path

from reportkit.adapters.files import access, read_text
from reportkit.check.findings import Findings
from reportkit.errors import UsageError
from reportkit.formats.findings.json import parse_json


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
