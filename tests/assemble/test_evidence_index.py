"""The evidence index says of a row what tables say of it."""

import pytest

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


def test_a_row_of_an_undeclared_study_is_there() -> None:
    """A draft has a place for it to link to, under the name that the row gives its study."""
    known = evidence("id,study,events,total\npan.a,pan,1,16", _STUDIES)
    index = evidence_index(known, [TiePlace("tie-1", ("pan.a",))])
    assert "ev-pan.a" in str(index)
    assert "Studypan" in plain_text(index)


@pytest.mark.parametrize(
    ("address", "links"), [("https://a.example/b", 1), ("javascript:alert(1)", 0), ("a.example", 0)]
)
def test_only_web_addresses_are_linked(address: str, links: int) -> None:
    """What the evidence says about where a row was read is no script."""
    known = evidence(
        f"id,study,events,total,source_kind,seen_at\npot.a,pot,1,16,abstract,{address}", _STUDIES
    )
    index = str(evidence_index(known, [TiePlace("tie-1", ("pot.a",))]))
    assert index.count(address) == links
