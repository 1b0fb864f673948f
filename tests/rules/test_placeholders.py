import pytest

from tests.rules.prose import lines

MARKS = ["TO" + "DO", "FIX" + "ME", "TBD"]
MISSING = "stands for something that is missing"


@pytest.mark.parametrize("mark", MARKS)
def test_notes_to_oneself_are_found_where_they_are_printed(mark: str) -> None:
    """A mark in running text is told; in code, in comments and as the name of a thing it is not."""
    assert lines("DOC006", f"They walked. {mark}: ask them\n") == [f"10.md:1:14: `{mark}` {MISSING}"]
    assert lines("DOC006", f"- [{mark} cite]\n") == [f"10.md:1:4: `{mark}` {MISSING}"]
    assert lines("DOC006", f"`{mark}` <!-- {mark} --> {mark} list, {mark}s, {mark.lower()}\n") == []
