"""The items that this review declares, built from its own evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportkit.adapters.evidence import read_evidence, read_item_files
from reportkit.figures import build_figure, figure_faults
from reportkit.measures.ties import disagreements
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item, Table
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.tables import build_table, table_faults
from tests.tables.miniature import ties

_ROOT = Path(__file__).parents[2]
_EVIDENCE = read_evidence(_ROOT, "evidence") or Evidence()
_ITEMS, _FAULTS = read_item_files(_ROOT, "evidence")
_REVIEW = Review(Settings(), evidence=_EVIDENCE)
_WIDEST_PORTRAIT = 7

each_item = pytest.mark.parametrize("item", _ITEMS, ids=lambda item: item.id)


@each_item
def test_an_item_asks_for_nothing_its_builder_lacks(item: Item) -> None:
    """Builder, options and rows all exist."""
    assert (table_faults if item.kind == "table" else figure_faults)(item, _EVIDENCE) == ()
    assert [pattern for pattern in item.rows if not _EVIDENCE.select([pattern])] == []
    assert _FAULTS == ()


@each_item
def test_a_built_table_prints_what_its_rows_say(item: Item) -> None:
    """Every tied number of cells and notes follows from its row, and no bracket stays empty."""
    for text in _markdown(item):
        assert "[]" not in text
        for printed, name in ties(text):
            assert disagreements(printed, [_EVIDENCE.results_by_id[name]], None) == ()


@each_item
def test_a_table_fits_its_page(item: Item) -> None:
    """More than seven columns need a landscape page."""
    if item.kind == "table":
        columns = len(build_table(item, _REVIEW).columns)
        assert columns <= _WIDEST_PORTRAIT or item.options.get("wide") is True


def test_every_result_of_a_study_is_shown() -> None:
    """No outcome or harm of a study is forgotten: each stands in a table, or restates a row that does."""
    shown = {name for item in _ITEMS for row in _table(item).rows for cell in row for name in cell.rows}
    of_studies = [row for row in _EVIDENCE.results if not _EVIDENCE.studies_by_id[row.study].context]
    wanted = {
        row.id for row in of_studies if row.endpoint in {"efficacy", "toxicity"} and not row.restated_by
    }
    assert wanted - shown == set()


def _table(item: Item) -> Table:
    return build_table(item, _REVIEW) if item.kind == "table" else build_figure(item, _REVIEW).data


def _markdown(item: Item) -> Iterator[str]:
    table = _table(item)
    yield from (cell.text for row in table.rows for cell in row)
    yield from table.notes if item.kind == "table" else build_figure(item, _REVIEW).notes
