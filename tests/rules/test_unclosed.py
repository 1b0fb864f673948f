import pytest

from tests.rules.prose import findings


@pytest.mark.parametrize(("opening", "closing"), [("<div>", "`</div>`"), ("::: {.a}", "a line of colons")])
def test_a_div_is_closed_as_it_was_opened(opening: str, closing: str) -> None:
    """The hint is about the mark that stands there."""
    hints = [found.hint for found in findings("DOC007", f"{opening}\nThey walked.\n")]
    assert hints == [f"Close it with {closing}."]
