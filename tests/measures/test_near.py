"""Words that were probably meant."""

import pytest

from reportkit.measures.near import did_you_mean, near


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titel", ["title", "subtitle"], ("title",)),
        ("nguyen2012", ["nguyen2021", "nguyen2022", "lee2012"], ("nguyen2021", "nguyen2022")),
        ("HERON.ALL.fledged", ["heron.all.fledged.2y", "heron.all.fledged"], ("heron.all.fledged",)),
        ("date", ["name", "note"], ()),
        ("x", ["y"], ()),
        ("", ["p"], ()),
    ],
)
def test_near(word: str, known: list[str], meant: tuple[str, ...]) -> None:
    """The words that differ by a slip of the hand, whatever their case; a short word is soon another one."""
    assert near(word, known) == meant


def test_a_hint_says_what_else_to_do() -> None:
    """The question comes first; without a near word there is only what else to do, or nothing."""
    assert did_you_mean("titel", ["title"], "Remove it.") == "Did you mean `title`? Remove it."
    assert did_you_mean("titel", ["title"]) == "Did you mean `title`?"
    assert did_you_mean("zzz", ["title"], "Remove it.") == "Remove it."
