"""Tables with their cells, captions and labels."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import MarkdownTable
from reportkit.scanner import scan

PIPE = "| Roof | *Hives* |\n|------|--------:|\n| one  | 12 [@a] |\n|      | 3       |"
SIMPLE = "Roof   Hives\n----- ------\none       12"
MULTILINE = """\
-------------
Roof    Hives
of       kept
------ ------
one        12
of us

two         3
-------------"""
GRID = """\
+------+-------+
| Roof | Hives |
+======+=======+
| one  | - 12  |
|      | - 13  |
+------+-------+"""


def only_table(text: str) -> MarkdownTable:
    """The one table of a text."""
    (table,) = scan(text).tables
    return table


def words(table: MarkdownTable) -> list[list[str]]:
    """The texts of all cells."""
    return [[cell.text for cell in row] for row in table.rows]


def written(text: str, table: MarkdownTable) -> list[list[str]]:
    """What stands in the text at each cell."""
    return [[text[cell.span.start : cell.span.end] for cell in row] for row in table.rows]


@pytest.mark.parametrize("drawn", [PIPE, SIMPLE, MULTILINE, GRID])
def test_place(drawn: str) -> None:
    """A table stands where it is drawn, its caption and the lines around it excluded."""
    text = f"Text.\n\n{drawn}\n\n: Hives on roofs, see @b {{#tbl:hives}}\n\nText.\n"
    table = only_table(text)
    assert table.span == Span(text.index(drawn), text.index(drawn) + len(drawn))
    assert (table.columns, table.has_header) == (2, True)
    assert (table.caption, table.label) == ("Hives on roofs, see \ufffc", "tbl:hives")


def test_pipe_table() -> None:
    """Cells stand where their texts do."""
    assert words(only_table(PIPE)) == [["Roof", "Hives"], ["one", "12 \ufffc"], ["", "3"]]
    assert written(PIPE, only_table(PIPE)) == [["Roof", "*Hives*"], ["one", "12 [@a]"], ["", "3"]]


def test_simple_table() -> None:
    """Columns are cut where the dashes say."""
    assert words(only_table(SIMPLE)) == [["Roof", "Hives"], ["one", "12"]]
    assert written(SIMPLE, only_table(SIMPLE)) == words(only_table(SIMPLE))


def test_multiline_table() -> None:
    """A cell of several lines reaches from its first word to its last."""
    table = only_table(MULTILINE)
    assert words(table) == [["Roof of", "Hives kept"], ["one of us", "12"], ["two", "3"]]
    assert written(MULTILINE, table)[1] == ["one        12\nof us", "12"]


def test_grid_table() -> None:
    """Cells of a grid hold blocks."""
    table = only_table(GRID)
    assert words(table) == [["Roof", "Hives"], ["one", "12\n13"]]
    assert written(GRID, table)[1] == ["one", "- 12  |\n|      | - 13"]


def test_row_wider_than_rule() -> None:
    """Cells that are not printed are known, but nothing in them counts."""
    text = "| a | b |\n|---|---|\n| c | d | *e* @f [^g] |\n"
    found = scan(text)
    (table,) = found.tables
    assert table.columns == 2
    assert words(table)[1] == ["c", "d", "e \ufffc"]
    assert written(text, table)[1][2] == "*e* @f [^g]"
    assert (found.citations, found.undefined_notes) == ((), ())
    assert [prose.text for prose in found.prose] == ["a\tb", "c\td"]


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        ("|   |   |\n|---|---|\n| a | b |", [["a", "b"]]),
        ("--- ---\na   b\n--- ---", [["a", "b"]]),
        ("-------\na   b\n\nc   d\n-------", None),
        ("--- ---\na   b\n\nc   d\n--- ---", [["a", "b"], ["c", "d"]]),
        ("+---+---+\n| a | b |\n+---+---+", [["a", "b"]]),
    ],
)
def test_without_header(drawn: str, rows: list[list[str]] | None) -> None:
    """All rows of a table without header are its body."""
    table = only_table(f"{drawn}\n")
    assert not table.has_header
    assert table.caption == ""
    assert table.label is None
    if rows:
        assert words(table) == rows


def test_caption_above() -> None:
    """A caption may stand before its table."""
    table = only_table(f"Table: Above {{#tbl:a}}\n\n{PIPE}\n")
    assert (table.caption, table.label) == ("Above", "tbl:a")


def test_definitions_in_cells() -> None:
    """What is defined in a cell counts in the chapter."""
    text = "[a]\n\n+----------+\n| [a]: b   |\n+----------+\n"
    assert [link.target for link in scan(text).links] == ["b"]
