"""The miniature projects of the rules' documentation, written out as folders."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.results_header import COLUMNS


def write_project(root: Path, files: Mapping[str, str]) -> None:
    """Write the files; a file without text is left out.

    The documentation shows only those columns of `results.csv` that hold something; here are the others.
    """
    for name, text in files.items():
        if text:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_completed(text) if path.name == "results.csv" else text, encoding="utf-8")


def _completed(text: str) -> str:
    shown, *rows = csv.reader(io.StringIO(text))
    unknown = [name for name in shown if name not in COLUMNS]
    columns = [*COLUMNS, *unknown]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(zip(shown, row, strict=True)) for row in rows)
    return stream.getvalue()
