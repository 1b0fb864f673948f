"""The evidence index says of a row what tables say of it."""

from dataclasses import replace
from typing import Any

import pytest

from reportkit.adapters.bibtex import read_bibliography
from reportkit.assemble.evidence_index import evidence_index
from reportkit.assemble.ties import TiePlace
from reportkit.assemble.tree import plain_text
from reportkit.model.bibliography import Bibliography
from reportkit.model.location import SourceText
from reportkit.model.locks import Nature, Notice, RetractionSnapshot
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from tests.tables.miniature import HERE, evidence

_REVIEW = Review(Settings())
_STUDIES = "[{id: pot, name: The pot trial}]"


def _index(row: str) -> str:
    known = evidence(f"id,study,events,total,basis,recheck,source_kind\npot.a,pot,{row}", _STUDIES)
    return plain_text(evidence_index(Review(Settings(), evidence=known), [TiePlace("tie-1", ("pot.a",))]))


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
    index = evidence_index(Review(Settings(), evidence=known), [TiePlace("tie-1", ("pan.a",))])
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
    index = str(evidence_index(Review(Settings(), evidence=known), [TiePlace("tie-1", ("pot.a",))]))
    assert index.count(address) == links


def _entry(**changes: Any) -> str:
    heads = "id,study,arm,population,outcome,timepoint,source"
    known = evidence(f"{heads}\npot.a,pot,wet,seedlings,up,day 3,lee2019", _STUDIES)
    review = replace(_REVIEW, evidence=known, **changes)
    return plain_text(evidence_index(review, [TiePlace("tie-1", ("pot.a",))]))


def test_an_entry_says_what_is_not_known() -> None:
    """No number, no interval, no verification, no rating, no look-up: each is said, none passed over."""
    said = _entry()
    for part in (
        "E1 no number printed",
        "StudyThe pot trial",
        "Armwet",
        "Populationseedlings",
        "Outcomeup",
        "Timeday 3",
        "Analysednumber not stated; analysis set not stated",
        "Intervalnone printed",
        "Reportretractions were not looked up",
        "Extractednot recorded",
        "Verifiedby no person",
        "Certaintynot rated",
    ):
        assert part in said


def test_an_entry_links_the_report_by_its_most_lasting_name() -> None:
    """The DOI before the PubMed number before the address; an address that is none is not linked."""
    assert "doi:10.1000/x" in _entry(bibliography=_library("doi = {10.1000/x}, pmid = {12}"))
    assert "PMID 12" in _entry(bibliography=_library("pmid = {12}, url = {https://a.example}"))
    assert "web page" in _entry(bibliography=_library("url = {https://a.example}"))
    assert "web page" not in _entry(bibliography=_library("url = {javascript:alert(1)}"))


def test_an_entry_says_that_its_report_is_retracted() -> None:
    """A notice stands where the number is looked up; where none is known the day of the look-up does."""
    notice = Notice(Nature.RETRACTION, "2023-03-04", ("10.1000/x",), "", (), HERE)
    library = _library("doi = {10.1000/x}")
    found = RetractionSnapshot("2026-01-02", (notice,), "retraction.lock.csv")
    assert "Reportthe report is retracted, 2023-03-04" in _entry(bibliography=library, retractions=found)
    clean = replace(found, notices=())
    assert "no retraction or correction known, 2026-01-02" in _entry(bibliography=library, retractions=clean)


def test_an_entry_names_the_report_that_replaced_its_own() -> None:
    """The part of a report is said, and the key of the later one cited."""
    studies = "[{id: pot, name: P, reports: [{reference: lee2019, role: interim, superseded_by: lee2022}]}]"
    known = evidence("id,study,events,total,source\npot.a,pot,1,16,lee2019", studies)
    index = str(evidence_index(replace(_REVIEW, evidence=known), [TiePlace("tie-1", ("pot.a",))]))
    assert "'interim'" in index
    assert "[@lee2022]" in index


def _library(fields: str) -> Bibliography:
    return read_bibliography([SourceText("references.bib", f"@article{{lee2019,\n  {fields},\n}}\n")])
