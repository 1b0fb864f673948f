"""Both finished documents are read back; a fault planted in either is found."""

import pytest
from lxml import html

from reportkit.adapters.html_text import html_text
from reportkit.adapters.pdf_text import pdf_text
from reportkit.adapters.typesetter import typeset
from reportkit.assemble.proof import Expected, Kind, prove
from tests.documents.conftest import sample_page

KINDS = {
    "//nav//a": Kind.CONTENTS_ENTRY,
    "//h2 | //h3": Kind.HEADING,
    "//*[@class='citation']": Kind.CITATION,
    "//*[@class='tied']": Kind.TIED,
    "//*[@class='printed']": Kind.EVIDENCE_ROW,
    "//figure[contains(@class, 'table')]/figcaption": Kind.TABLE,
    "//figure[contains(@class, 'figure')]/figcaption": Kind.FIGURE,
    "//*[@class='footnote']": Kind.FOOTNOTE,
}
FAULTS = {
    "a number removed": (">97.5</a>", "></a>", Kind.TIED),
    "a digit changed": (">41/48 (85.4%)<", ">41/48 (85.5%)<", Kind.TIED),
    "a citation removed": ('[<a href="#ref-okoro2022">2</a>]', "", Kind.CITATION),
    "a caption dropped": ("<strong>Table 2.</strong></span> Outcomes by treatment.", "</span>", Kind.TABLE),
    "a heading dropped": ("Prolonged hiccups</h3>", "</h3>", Kind.HEADING),
    "a note dropped": ("Follow-up was by telephone.", "", Kind.FOOTNOTE),
}


@pytest.fixture(scope="module")
def expected(page: str) -> list[Expected]:
    """What the sample review shows, in reading order."""
    root = html.document_fromstring(page.encode())
    kinds = {element: kind for path, kind in KINDS.items() for element in root.xpath(path)}
    return [
        Expected(kinds[element], element.text_content().strip(), kinds[element] is Kind.FOOTNOTE)
        for element in root.iter()
        if element in kinds
    ]


def test_both_documents_show_everything(expected: list[Expected], page: str, pdf: bytes) -> None:
    """Nothing of the sample is missing in HTML or PDF, and the sample has something of each kind."""
    assert {item.kind for item in expected} == set(KINDS.values())
    assert prove(expected, html_text(page)) == ()
    assert prove(expected, pdf_text(pdf)) == ()


@pytest.mark.parametrize(("was", "now", "kind"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_in_the_html(
    expected: list[Expected], page: str, was: str, now: str, kind: Kind
) -> None:
    """One removal, one finding of the right kind."""
    assert was in page
    faulty = now.join(page.rsplit(was, 1))
    assert [missing.expected.kind for missing in prove(expected, html_text(faulty))] == [kind]


def test_planted_faults_are_found_in_the_pdf(expected: list[Expected], page: str) -> None:
    """All faults at once, each found in the printed text."""
    faulty = page
    for was, now, _ in FAULTS.values():
        faulty = now.join(faulty.rsplit(was, 1))
    found = sorted(missing.expected.kind for missing in prove(expected, pdf_text(typeset(faulty))))
    assert found == sorted(kind for _, _, kind in FAULTS.values())


def test_numbers_that_changed_places_are_found(expected: list[Expected], page: str) -> None:
    """Swapped numbers are both there, but one of them is in the wrong place."""
    first, second = ">39/40 (97.5%, 95% CI 86.8–99.9)<", ">24/41 (58.5%)<"
    swapped = page.replace(first, "><", 1).replace(second, first, 1).replace("><", second, 1)
    missing = prove(expected, html_text(swapped))
    assert [item.expected.kind for item in missing] == [Kind.TIED]


def test_running_heads_are_not_part_of_the_text(pdf: bytes) -> None:
    """A heading in the running head does not stand in for one that is gone."""
    text = pdf_text(pdf)
    assert "Page 2 of" not in text
    assert text.count("Simple remedies for hiccups in adults") == 1


def test_invisible_text_is_not_read(page: str) -> None:
    """Head, style, script and the descriptions of drawings are not what a reader sees."""
    text = html_text(page)
    assert "font-face" not in text
    assert "use strict" not in text
    assert "Share of patients whose hiccups stopped, by study\n" not in text
    assert "Quiet-20, no treatment" in text


def test_what_runs_off_the_page_is_not_read() -> None:
    """The text of a PDF goes on behind the edge of its paper, where no reader follows."""
    body = '<p style="white-space: nowrap">' + "word " * 60 + "gone</p>"
    text = pdf_text(typeset(sample_page(front="", body=body)))
    assert "word word" in text
    assert "gone" not in text
