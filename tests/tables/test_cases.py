"""Tables as authors declare them: each case file holds evidence, an item and the table it becomes."""

from pathlib import Path

import pytest

from reportkit.tables import build_table, table_faults
from tests.tables.miniature import Case, cases, shown


@pytest.mark.parametrize("path", cases("tables"), ids=lambda path: path.stem)
def test_an_item_becomes_the_table_of_its_case(path: Path) -> None:
    """The built table is the expected one, and the item has nothing that its builder does not know."""
    case = Case(path)
    assert shown(build_table(case.item, case.review)) == case.blocks["expected"]
    assert table_faults(case.item) == ()
