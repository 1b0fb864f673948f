"""Tables as CSV."""

import csv
from io import StringIO

from reportkit.formats.document.csv import table_csv
from reportkit.tables import build_table
from tests.tables.miniature import Case, cases


def test_a_table_as_csv_names_group_and_rows() -> None:
    """Each line has its group first and the ids of its rows last."""
    case = Case(next(path for path in cases("tables") if path.stem == "two-arms"))
    head, first, *_ = csv.reader(StringIO(table_csv(build_table(case.item, case.review))))
    assert head[0] == "Group"
    assert head[-1] == "Rows"
    assert first == [
        "Plot trial: barley",
        "Alive",
        "2 years",
        "61.2%, n = 40",
        "49.5%, n = 38",
        "HR 0.76, (0.51–1.14), p = .18",
        "sown",
        "smith2020 ●",
        "plot.new.alive plot.old.alive plot.new-vs-old.alive",
    ]


def test_every_case_survives_the_way_through_csv() -> None:
    """Every row of a table is one record with a field for each column, its group and its row ids."""
    for path in cases("tables"):
        case = Case(path)
        table = build_table(case.item, case.review)
        records = list(csv.reader(StringIO(table_csv(table))))
        assert len(records) == 1 + len(table.rows)
        assert {len(record) for record in records} == {len(table.columns) + 2}
