"""A table as CSV: the text of its cells, and the ids of the rows that each line rests on."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from reportkit.model.items import Cell, Table

# What the generated cells are made of, tried in this order at each place.
_TOKEN = re.compile(
    r"""\\(?P<break>\n)
      | \\(?P<literal>.)
      | \[(?P<keys>-?@[^\]]*)\]
      | \[(?P<span>(?:\\.|[^\[\]\\])*)\]\{[^{}]*\}
      | \^[a-z,]+\^   # the letter of a note, which the file does not carry
      | [*^]""",
    re.DOTALL | re.VERBOSE,
)


def table_csv(table: Table) -> str:
    """The table with its group titles as first column and row ids as last; lines end as RFC 4180 wants."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["Group", *(plain(column.title) for column in table.columns), "Rows"])
    writer.writerows(_records(table))
    return out.getvalue()


def plain(markdown: str) -> str:
    """The text of inline Markdown: spans without attributes, citations as their keys."""
    return _TOKEN.sub(_text, markdown)


def _records(table: Table) -> Iterator[list[str]]:
    for group in table.groups:
        title = plain(group.title)
        for row in group.rows:
            yield [title, *(plain(cell.text) for cell in row), " ".join(_rows(row))]


def _rows(row: tuple[Cell, ...]) -> dict[str, None]:
    return dict.fromkeys(name for cell in row for name in cell.rows)


def _text(token: re.Match[str]) -> str:
    if token["span"] is not None:
        return plain(token["span"])
    if token["keys"]:
        return re.sub(r"[@{}]", "", token["keys"])
    return ", " if token["break"] else token["literal"] or ""
