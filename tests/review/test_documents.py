"""The documents of this review."""

import re
from collections.abc import Iterator
from copy import deepcopy
from importlib.resources import files

import pytest
from lxml import html
from playwright.sync_api import Browser, sync_playwright

from tests.documents.test_screen import CHROMIUM, FLAGS, TAGS
from tests.review.cards import results_on
from tests.review.conftest import Workplace


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page(built: Workplace) -> html.HtmlElement:
    """The HTML, parsed."""
    return html.document_fromstring(built.read("build/review.html").encode())


def test_the_pdf_is_a_whole_document(built: Workplace) -> None:
    """It has title, author, A4 pages, and at least twenty of them."""
    info = built.run("pdfinfo", "build/review.pdf").stdout
    title = "Immunotherapy for acute lymphoblastic leukaemia in children"
    assert re.search(rf"^Title: +{title}$", info, re.MULTILINE)
    assert re.search(r"^Author: +The reportkit contributors$", info, re.MULTILINE)
    assert re.search(r"^Page size: .*A4", info, re.MULTILINE)
    assert int(re.search(r"^Pages: +(\d+)", info, re.MULTILINE)[1]) >= 20  # type: ignore[index]


def test_only_our_fonts_are_in_the_pdf(built: Workplace) -> None:
    """Every font is one of ours, embedded and subset."""
    rows = built.run("pdffonts", "build/review.pdf").stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+Source-(Sans-3|Serif-4)", row), row
        assert re.search(r"yes yes yes +\d+ +0$", row), row


def test_the_pdf_is_sound(built: Workplace) -> None:
    """The syntax of the file has no fault."""
    outcome = built.run("qpdf", "--check", "build/review.pdf")
    assert outcome.returncode == 0, outcome.stdout


def test_every_tied_number_leads_to_its_row(page: html.HtmlElement) -> None:
    """Each has an entry in the evidence index, and nothing is marked as missing."""
    anchors = set(page.xpath("//@id"))
    targets = [link.get("href") for link in page.xpath("//a[@class='tied']")]
    assert len(targets) > 300
    assert [target for target in targets if target.removeprefix("#") not in anchors] == []
    assert page.xpath("//*[contains(@class, 'missing')]") == []


def test_every_result_has_a_card(page: html.HtmlElement) -> None:
    """Of the numbers that read like results none is without a card, whatever they stand in."""
    found = list(results_on(page))
    assert len(found) > 1000
    assert [one for one in found if not one.answered] == []


@pytest.mark.parametrize("where", ["p", "td", "figcaption"])
def test_a_result_without_a_card_is_seen(page: html.HtmlElement, where: str) -> None:
    """A percentage that someone typed into the page is not taken for one with a card."""
    changed = deepcopy(page)
    block = next(one for one in changed.iter(where) if one.xpath("ancestor::main"))
    block.text = f"In all, 12.3% walked. {block.text or ''}"
    assert [one.text for one in results_on(changed) if not one.answered] == ["12.3%"]


def test_every_reference_is_cited_and_says_where(page: html.HtmlElement) -> None:
    """No entry of the reference list is without a link back."""
    entries = page.xpath("//*[@id='refs']/div")
    assert len(entries) > 50
    assert [entry.get("id") for entry in entries if not entry.xpath(".//a[@class='backref']")] == []


def test_page_one_says_what_this_is(built: Workplace) -> None:
    """Extracted by machine, not verified by a person, data date, version, not medical advice."""
    first = " ".join(built.run("pdftotext", "-l", "1", "build/review.pdf", "-").stdout.split())
    for words in ("by machine", "not been verified by a person", "Data of", "Version", "not medical advice"):
        assert words in first


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_opens_from_disk_and_asks_for_nothing(
    built: Workplace, browser: Browser, width: int, *, script: bool
) -> None:
    """No request leaves, nothing is said on the console, and the page is as wide as the window."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    tab = context.new_page()
    seen: list[str] = []
    tab.on("console", lambda message: seen.append(message.text))
    tab.on("pageerror", lambda error: seen.append(str(error)))
    tab.on("request", lambda request: seen.append(request.url[:80]))
    tab.goto((built.folder / "build" / "review.html").as_uri())
    assert [text for text in seen if not text.startswith(("file:///", "data:"))] == []
    if script:
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(built: Workplace, browser: Browser, width: int) -> None:
    """WCAG 2.2 A and AA, contrast of AAA and axe's best practices, on the whole review."""
    # axe itself is no part of the page, so the page's own security policy must let it in.
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    tab = context.new_page()
    tab.goto((built.folder / "build" / "review.html").as_uri())
    tab.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    result = tab.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]] == []
    context.close()
