"""The evidence index says of a row what tables say of it."""

from reportkit.assemble.evidence_index import evidence_index
from reportkit.assemble.ties import TiePlace
from reportkit.assemble.tree import plain_text
from tests.tables.miniature import evidence

_STUDIES = "[{id: pot, name: The pot trial}]"


def _index(row: str) -> str:
    known = evidence(f"id,study,events,total,basis,recheck,source_kind\npot.a,pot,{row}", _STUDIES)
    return plain_text(evidence_index(known, [TiePlace("tie-1", ("pot.a",))]))


def test_a_half_is_rounded_as_in_tables() -> None:
    """One of sixteen is 6.3%, here as there."""
    assert "6.3%, exact 95% interval 0.2–30.2%" in _index("1,16,,,")


def test_the_second_reading_has_its_words() -> None:
    """The words of the column are written out; a review's own word is printed as it is."""
    assert "; read again at the publisher, a registry or an institution" in _index("1,16,,page,")
    assert "; not read a second time" in _index("1,16,,no,")
    assert "; by telephone" in _index("1,16,,by_telephone,")


def test_cautions_are_repeated() -> None:
    """Who follows a number to its row is told how far the number can be trusted."""
    counted = _index("1,16,printed_value_derived_count,,")
    assert "CautionThe count is worked back from the printed percentage." in counted
    assert "Second-hand: " in _index("1,16,,,news_unconfirmed")
