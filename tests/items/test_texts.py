"""Empty brackets in the texts of items."""

import pytest

from reportkit.figures import figure_faults
from reportkit.items.texts import filled, tied_rows
from reportkit.tables import table_faults
from tests.tables.miniature import evidence, item

_EVIDENCE = evidence("id,events,total,p\npot.a,1,2,.04\npot.b,3,5,")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]{ev=pot.a}", "[1/2]{ev=pot.a}"),
        ("**[]{ev=pot.a field=percent}** of all", "**[50.0%]{ev=pot.a}** of all"),
        ('[]{ev="pot.a pot.b"} and [3]{ev=pot.b}', '[1/2 and 3/5]{ev="pot.a pot.b"} and [3]{ev=pot.b}'),
        ("[]{ev=pot.a field=p}, []{ev=pot.b field=p}", "[p = .04]{ev=pot.a}, []{ev=pot.b field=p}"),
        ("[]{ev=pot.gone}", "[]{ev=pot.gone}"),
        ("`[]{ev=pot.a}`", "`[]{ev=pot.a}`"),
    ],
)
def test_empty_brackets_are_filled(text: str, expected: str) -> None:
    """Brackets are filled where all of their rows have such a number; nothing else changes."""
    assert filled(text, _EVIDENCE) == expected


def test_rows_are_found_in_every_tie() -> None:
    """The rows of a text are those of its ties, filled or not, each once."""
    assert tied_rows('[1]{ev="pot.a pot.b"} []{ev=pot.a} `[]{ev=code}`') == ("pot.a", "pot.b")


@pytest.mark.parametrize("kind", ["table", "figure"])
def test_brackets_that_stay_empty_are_a_fault_of_both_kinds(kind: str) -> None:
    """A caption whose row lacks the number is named, whether it is a table's or a figure's."""
    builder, faults = {
        "table": ("outcomes", table_faults),
        "figure": ("forest_response", figure_faults),
    }[kind]
    text = f"{{kind: {kind}, builder: {builder}, caption: '[]{{ev=pot.b field=p}}', rows: ['*']}}"
    (fault,) = faults(item(text), _EVIDENCE)
    assert fault.message == "row `pot.b` has no number for the empty brackets"
