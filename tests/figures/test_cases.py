"""Figures as authors declare them: each case holds evidence, an item, and the data and notes it becomes."""

from pathlib import Path

import pytest

from reportkit.figures import build_figure, figure_faults
from reportkit.model.items import Figure
from tests.tables.miniature import Case, cases, shown


@pytest.mark.parametrize("path", cases("figures"), ids=lambda path: path.stem)
def test_an_item_becomes_the_figure_of_its_case(path: Path) -> None:
    """Data, notes and description are the expected ones, and its builder knows all the item says."""
    case = Case(path)
    assert _said(build_figure(case.item, case.review)) == case.blocks["expected"]
    assert figure_faults(case.item) == ()


def _said(figure: Figure) -> str:
    notes = "".join(f"- {note}\n" for note in figure.notes)
    return f"{figure.alt}\n{figure.description}\n{shown(figure.data)}{notes}"
