"""The contents of a page."""

import pytest

from reportkit.assemble.outline import Entry
from reportkit.formats.document.page import contents_lines, page_values
from reportkit.model.evidence import Evidence
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.screening import Decision, LogEntry
from reportkit.model.settings import Settings


def test_the_contents_nest_sections_below_their_chapters() -> None:
    """Two levels are listed; deeper headings are not."""
    entries = [
        Entry("a", "A", "1", 1),
        Entry("b", "B", "1.1", 2),
        Entry("c", "C", "1.1.1", 3),
        Entry("d", "D", "2", 1),
    ]
    lines = contents_lines(entries)
    assert [(line.id, [child.id for child in line.children]) for line in lines] == [("a", ["b"]), ("d", [])]


def test_titles_in_the_contents_are_escaped() -> None:
    """A heading with an ampersand or an angle bracket is text, not markup."""
    assert contents_lines([Entry("a", "p < 0.05 & more", "", 1)])[0].title == "p &lt; 0.05 &amp; more"


def _entry(date: str, origin: str, decision: Decision = Decision.FOUND) -> LogEntry:
    return LogEntry(date, origin, "PubMed", decision, "", 1, "", "", Location.top("screening.csv"))


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ([], "Search date: not recorded"),
        ([_entry("", "supplied")], "Search date: not recorded; no database search"),
        ([_entry("2024-05-01", "citation")], "Search date: 1 May 2024; no database search"),
        ([_entry("", "database")], "Search date: not recorded"),
        (
            [_entry("2024-05-01", "database"), _entry("2023-05-01", "register"), _entry("", "supplied")],
            "Search date: 1 May 2024",
        ),
        (
            [_entry("2024-05-01", "register"), _entry("2024-06-01", "", Decision.INCLUDED)],
            "Search date: 1 May 2024",
        ),
    ],
)
def test_the_search_date_is_that_of_the_log(log: list[LogEntry], said: str) -> None:
    """The latest day on which records were found; what the log does not say is said to be unknown."""
    review = Review(Settings(), evidence=Evidence(screening=tuple(log)))
    assert page_values(review, (), draft=False)["search"] == said


def test_without_evidence_nothing_is_said_of_a_search() -> None:
    """A text without an evidence database has no search to speak of."""
    assert page_values(Review(Settings()), (), draft=False)["search"] == ""
