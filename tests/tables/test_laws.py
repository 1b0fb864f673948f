"""What holds for every table of results, whatever the evidence."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.measures.ties import disagreements
from reportkit.model.evidence import Evidence, Result
from reportkit.model.items import Table
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.tables import build_table
from tests.tables.miniature import item, result, ties

_BUILDERS = ("outcomes", "harms")
_UNITS = {"hazard_ratio": "ratio", "count": "patients"}
_ARMS = ["new", "old", "new-vs-old", "other"]


def _rows() -> st.SearchStrategy[tuple[Result, ...]]:
    row = st.fixed_dictionaries(
        {
            "study": st.sampled_from(["plot", "pot"]),
            "arm": st.sampled_from(_ARMS),
            "population": st.sampled_from(["barley", "rye"]),
            "outcome": st.sampled_from(["alive", "rust"]),
            "timepoint": st.sampled_from(["", "1 year"]),
            "measure": st.sampled_from(["proportion", "survival", "hazard_ratio", "count", "direction_only"]),
            "events": st.sampled_from(["", "3"]),
            "total": st.sampled_from(["", "0", "1", "10"]),
            "estimate": st.sampled_from(["", "12.5"]),
            "p": st.sampled_from(["", ".04"]),
            "source": st.sampled_from(["", "lee2019"]),
        }
    )
    rows = st.lists(row, max_size=12)
    return rows.map(lambda found: tuple(result(_sound(r, f"row{i}")) for i, r in enumerate(found)))


def _sound(row: dict[str, str], name: str) -> dict[str, str]:
    """A row as the evidence could have it: the unit of its measure, no numbers where only a direction is."""
    if row["measure"] == "direction_only":
        row = {**row, "events": "", "total": "", "estimate": "", "p": ""}
    return {**row, "id": name, "unit": _UNITS.get(row["measure"], "%")}


def _table(builder: str, results: tuple[Result, ...], names: list[str]) -> Table:
    declared = item(
        f"""
        kind: table
        builder: {builder}
        arms:
        - {{title: New, arms: [new]}}
        - {{title: Old, arms: [old]}}
        - {{title: Ratio, arms: [new-vs-old], contrast: true}}
        """
    )
    return build_table(
        replace(declared, rows=tuple(names)), Review(Settings(), evidence=Evidence((), results))
    )


@pytest.mark.parametrize("builder", _BUILDERS)
@given(results=_rows())
@settings(max_examples=60, deadline=None)
def test_a_table_keeps_every_row(builder: str, results: tuple[Result, ...]) -> None:
    """Every selected result stands in the cells of exactly one row, and nothing else does."""
    table = _table(builder, results, ["*"])
    places = Counter(name for row in table.rows for name in {n for cell in row for n in cell.rows})
    assert places == Counter(row.id for row in results)


@pytest.mark.parametrize("builder", _BUILDERS)
@given(results=_rows(), seed=st.integers())
@settings(max_examples=40, deadline=None)
def test_named_rows_keep_their_order(builder: str, results: tuple[Result, ...], seed: int) -> None:
    """Rows named one by one come in the order of the item, whatever the order of the evidence."""
    shuffled = list(results)
    Random(seed).shuffle(shuffled)  # noqa: S311 - the seed is drawn by hypothesis
    names = [row.id for row in results]
    assert _table(builder, tuple(shuffled), names) == _table(builder, results, names)


@pytest.mark.parametrize("builder", _BUILDERS)
@given(results=_rows())
@settings(max_examples=40, deadline=None)
def test_every_row_has_all_columns(builder: str, results: tuple[Result, ...]) -> None:
    """Each row has one cell for each column."""
    table = _table(builder, results, ["*"])
    assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("builder", _BUILDERS)
@given(results=_rows())
@settings(max_examples=60, deadline=None)
def test_every_tied_number_follows_from_its_row(builder: str, results: tuple[Result, ...]) -> None:
    """The checker of prose finds nothing to object to in the numbers of a table."""
    by_id = {row.id: row for row in results}
    cells = (cell.text for row in _table(builder, results, ["*"]).rows for cell in row)
    for text, name in (tie for cell in cells for tie in ties(cell)):
        assert disagreements(text, [by_id[name]], None) == ()


def test_unknown_rows_are_left_out() -> None:
    """A row that the evidence does not have makes an empty table, not a failure."""
    assert _table("outcomes", (), ["gone"]).groups == ()


def test_a_pattern_does_not_reach_a_restated_row() -> None:
    """A row that restates another one is shown only where its own id is written."""
    rows = (result({"id": "a"}), result({"id": "a.again", "restated_by": "a"}))
    evidence = Evidence((), rows)
    assert [row.id for row in evidence.select(["a*"])] == ["a"]
    assert [row.id for row in evidence.select(["a.again", "a*"])] == ["a.again", "a"]
