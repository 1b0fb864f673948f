"""The HTML page in a real browser: it opens from disk, asks for nothing, and works for every reader."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.documents.conftest import sample_page

CHROMIUM = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [1280, 820, 390, 320]


@pytest.fixture(scope="module")
def address(page: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page lies on disk."""
    path = tmp_path_factory.mktemp("a folder with spaces") / "review.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a wide window."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(15_000)
    page.goto(address)
    yield page
    page.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_asked_for_and_nothing_sticks_out(
    browser: Browser, address: str, width: int, *, script: bool
) -> None:
    """No request, no console message, and no sideways scrolling of the page."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: seen.append(request.url[:80]))
    page.goto(address)
    page.locator("#evidence-index").scroll_into_view_if_needed()
    assert [text for text in seen if not text.startswith(("file:///", "data:font/"))] == []
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


SETTINGS: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "tablet": {"width": 820},
    "phone": {"width": 390},
    "small phone": {"width": 320},
    "dark": {"color_scheme": "dark"},
    "dark phone": {"width": 390, "color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_axe_finds_no_violation(browser: Browser, address: str, settings: dict[str, Any]) -> None:
    """WCAG 2.2 A and AA, contrast and target size of AAA, and axe's best practices, also with a card open."""
    # axe itself is no part of the page, so the page's own security policy must let it in.
    size = {"width": settings.get("width", 1280), "height": 800}
    options = {name: value for name, value in settings.items() if name != "width"}
    context = browser.new_context(viewport=size, bypass_csp=True, **options)
    page = context.new_page()
    page.goto(address)
    page.evaluate(AXE)
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.locator("#tie-5").focus()
    page.locator("#card").wait_for()
    assert violations(page) == []
    page.locator("#find-text").fill("hiccups")
    assert violations(page) == []
    context.close()


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds, by the names of its rules."""
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    assert len(found["passes"]) > 30
    return [(v["id"], [node["html"] for node in v["nodes"]]) for v in found["violations"]]


def test_the_text_is_set_in_the_fonts_of_the_page(tab: Page) -> None:
    """All faces that it brings can be read from the page, and its text is set in them."""
    brought = "[...document.fonts].filter(face => !face.family.includes('Place of'))"
    load = f"Promise.all({brought}.map(face => face.load()))"
    assert tab.evaluate(load + ".then(faces => faces.map(face => face.status))") == ["loaded"] * 8
    family = "element => getComputedStyle(element).fontFamily"
    assert tab.locator("main h2 ~ p").first.evaluate(family).startswith('"Source Serif 4"')


def test_no_line_is_too_long(tab: Page) -> None:
    """The text is at most 80 letters wide."""
    widths = tab.evaluate(
        """() => {
          const ruler = document.querySelector('.text section p');
          const width = ruler.getBoundingClientRect().width;
          const context = document.createElement('canvas').getContext('2d');
          const style = getComputedStyle(ruler);
          context.font = `${style.fontSize} ${style.fontFamily}`;
          return width / (context.measureText(ruler.textContent).width / ruler.textContent.length);
        }"""
    )
    assert 60 <= widths <= 80


def test_a_card_opens_on_hover_stays_under_the_pointer_and_closes(tab: Page) -> None:
    """The card shows the reference, can be entered, and goes when the pointer leaves it."""
    card = tab.locator("#card")
    assert card.is_hidden()
    tab.hover("#cite-3 a")
    card.wait_for()
    assert "National Register of Everyday Complaints" in card.inner_text()
    assert "Cited" not in card.inner_text()
    card.hover()
    tab.wait_for_timeout(500)
    assert card.is_visible()
    tab.mouse.move(5, 5)
    card.wait_for(state="hidden")


def test_a_card_opens_on_focus_and_escape_closes_it(tab: Page) -> None:
    """Keyboard users get the card too; focus stays on the number, whose description the card is."""
    tab.keyboard.press("Tab")
    number = tab.locator("#tie-5")
    number.focus()
    card = tab.locator("#card")
    card.wait_for()
    assert "Duration of an episode" in card.inner_text()
    assert number.get_attribute("aria-describedby") == "card"
    tab.keyboard.press("Escape")
    assert card.is_hidden()
    assert number.get_attribute("aria-describedby") is None
    assert number.evaluate("element => element === document.activeElement")


def test_the_card_follows_the_focus_and_traps_none(tab: Page) -> None:
    """Tab goes on to the next link of the text, and with it the card."""
    tab.keyboard.press("Tab")
    tab.locator("#tie-5").focus()
    tab.keyboard.press("Tab")
    tab.locator("#card").get_by_text("National Register").wait_for()
    assert tab.evaluate("document.activeElement.closest('.citation').id") == "cite-3"
    assert tab.locator("#card a").evaluate_all("links => links.every(link => link.tabIndex < 0)")


@pytest.mark.parametrize("selector", ["#tie-1", "#cite-1 a", "#fnref1", "a.xref"])
def test_cards_stay_inside_the_window(browser: Browser, address: str, selector: str) -> None:
    """Also on a narrow screen and at its lower edge the whole card can be seen."""
    page = browser.new_page(viewport={"width": 390, "height": 700})
    page.goto(address)
    page.keyboard.press("Tab")
    link = page.locator(selector).first
    link.evaluate("element => { element.scrollIntoView({block: 'end'}); element.focus() }")
    page.locator("#card").wait_for()
    box = page.locator("#card").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 700
    page.close()


def test_the_card_leads_to_the_other_places_that_cite_the_same(tab: Page) -> None:
    """It counts them; its arrows are links, and with the focus on a citation p and n go there."""
    tab.keyboard.press("Tab")
    tab.locator("#cite-4 a").first.focus()
    steps = tab.locator("#card .steps")
    steps.wait_for()
    number, of = map(int, steps.locator("span").inner_text().split("/"))
    assert (number, of > 2) == (2, True)
    assert steps.locator("a").first.get_attribute("href") == "#cite-1"
    tab.keyboard.press("n")
    assert steps.locator("span").inner_text() == f"3/{of}"
    tab.keyboard.press("p")
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.closest('.citation').id") == "cite-1"
    assert steps.locator("a").first.is_hidden()


def test_the_card_of_a_table_is_its_caption(tab: Page) -> None:
    """A whole table would hide the text."""
    tab.hover("a.xref >> nth=0")
    tab.locator("#card").wait_for()
    assert tab.locator("#card").inner_text().startswith("Table 1. The studies and their patients")


def test_the_contents_follow_the_reading(tab: Page) -> None:
    """The line of the section at the top of the window is marked, and no other."""
    tab.locator("[id='sec:methods']").evaluate("element => element.scrollIntoView()")
    expect(tab.locator("[aria-current]")).to_have_attribute("href", "#sec:methods")
    tab.locator("#evidence-index").evaluate("element => element.scrollIntoView()")
    expect(tab.locator("[aria-current]")).to_have_attribute("href", "#evidence-index")


def test_the_search_finds_passages_with_all_words_and_leads_to_them(tab: Page) -> None:
    """Paragraphs, tables, references and rows, whatever stands between the words; no server is asked."""
    tab.locator("#find-text").fill("Contractions HICCUPS")
    hits = tab.locator(".hits a")
    assert (hits.count(), tab.locator("#find output").inner_text()) == (1, "1")
    hits.first.click()
    assert tab.locator("#p-h7rb-t2wd").evaluate("element => element.matches(':target')")
    tab.locator("#find-text").fill("no such words <b>")
    assert (hits.count(), tab.locator("#find output").inner_text()) == (0, "0")
    tab.locator("#find-text").fill("")
    assert tab.locator(".contents > ol").is_visible()


def test_a_paragraph_shows_a_link_to_itself_when_it_is_looked_at(tab: Page) -> None:
    """Under the pointer or with the focus; otherwise it is not seen."""
    link = tab.locator("#p-h7rb-t2wd > .paragraph-link")
    opacity = "element => getComputedStyle(element).opacity"
    assert link.evaluate(opacity) == "0"
    tab.hover("#p-h7rb-t2wd")
    assert link.evaluate(opacity) == "1"
    assert link.get_attribute("href") == "#p-h7rb-t2wd"


def test_notes_stand_beside_their_line_or_below_it(browser: Browser, address: str) -> None:
    """In the margin of a wide window, at the level of the call; on a phone under the line."""
    for width in (1280, 390):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        call, note = (page.locator(name).bounding_box() for name in ("#fnref1", "#fn1"))
        assert call
        assert note
        if width == 1280:
            assert abs(note["y"] - call["y"]) < 30
            assert note["x"] > call["x"] + 100
            assert note["x"] + note["width"] <= width
        else:
            assert note["y"] >= call["y"] + 10
            assert note["x"] < 100
        page.close()


def test_every_link_inside_the_page_leads_somewhere(tab: Page) -> None:
    """All fragments have a target, and the target is marked when it is reached."""
    dead = tab.evaluate(
        "[...document.links].filter(a => a.hash && a.href.startsWith('file:')"
        " && !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"
    )
    assert dead == []
    tab.locator("#tie-5").click()
    row = tab.locator("#ev-register-median")
    assert row.evaluate("element => element.matches(':target')")
    assert row.evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(255, 243, 196)"


def test_the_first_tab_stop_skips_to_the_text(tab: Page) -> None:
    """A keyboard user need not walk through the contents."""
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the text"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "text"


def test_data_of_a_table_can_be_saved_without_a_server(tab: Page, tmp_path: Path) -> None:
    """The file lies inside the page and keeps its name."""
    with tab.expect_download() as download:
        tab.locator(".data-link").first.click()
    assert download.value.suggested_filename == "studies.csv"
    download.value.save_as(tmp_path / "studies.csv")
    assert (tmp_path / "studies.csv").read_text().startswith("study,events,total\n")


def test_all_references_can_be_saved(tab: Page, tmp_path: Path) -> None:
    """As BibTeX, from inside the page."""
    with tab.expect_download() as download:
        tab.locator("a[download='references.bib']").click()
    download.value.save_as(tmp_path / "references.bib")
    assert (tmp_path / "references.bib").read_text() == "@misc{pell2020,\n}\n"


def test_the_citation_can_be_copied_as_a_whole(tab: Page) -> None:
    """One click selects it, also without a script."""
    tab.locator(".citation-text").click()
    assert tab.evaluate("getSelection().toString()") == (
        "A. Reviewer, J. Łuczak. Simple remedies for hiccups in adults. Version 0.1. Data of 10 January 2026."
    )


def test_the_page_says_to_programs_what_it_is(tab: Page) -> None:
    """As an article of schema.org and in the tags of search engines for literature; nothing is made up."""
    article = json.loads(tab.locator("script[type='application/ld+json']").inner_text())
    assert (article["@type"], article["headline"]) == (
        "ScholarlyArticle",
        "Simple remedies for hiccups in adults",
    )
    assert article["author"][0] == {"name": "A. Reviewer"}
    assert article["author"][1]["@id"] == "https://orcid.org/0000-0002-1825-0097"
    assert "datePublished" not in article
    authors = tab.locator("meta[name='citation_author']")
    assert authors.evaluate_all("tags => tags.map(tag => tag.content)") == ["A. Reviewer", "J. Łuczak"]


@pytest.mark.parametrize(
    ("scheme", "accent"), [("light", "rgb(91, 42, 134)"), ("dark", "rgb(143, 205, 234)")]
)
def test_a_theme_changes_what_it_names(browser: Browser, tmp_path: Path, scheme: Any, accent: str) -> None:
    """A colour of the light page leaves the dark one alone."""
    path = tmp_path / "themed.html"
    path.write_text(sample_page(theme=":root { --accent: #5b2a86 }"), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(path.as_uri())
    assert page.locator(".kind strong").evaluate("element => getComputedStyle(element).color") == accent
    page.close()


LONG = "x" * 600
LONG_TEXTS = {
    "word": f"<p>{LONG}</p><h2>{LONG}</h2><ul><li>{LONG}</li></ul>",
    "address": f'<p><a href="https://example.org/{LONG}">https://example.org/{LONG}</a></p>',
    "number": f'<p><a class="tied" href="#text">{LONG}</a> <code>{LONG}</code></p>',
    "note": f'<p>A<span class="footnote" role="doc-footnote">{LONG}</span></p>',
    "names": '<p dir="rtl">דנה כהן, 王小明, محمد علي</p><p>王小明、' + "李" * 200 + "</p>",
    "row": f'<div class="evidence-row"><dl><dt>A</dt><dd>{LONG}</dd></dl><p>{LONG}</p></div>',
}


@pytest.mark.parametrize("body", LONG_TEXTS.values(), ids=LONG_TEXTS)
def test_a_phone_shows_the_longest_words(browser: Browser, tmp_path: Path, body: str) -> None:
    """They are broken; the page does not scroll sideways."""
    path = tmp_path / "long.html"
    path.write_text(sample_page(front="", body=f'<section class="level2">{body}</section>'), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_figures_follow_the_dark_scheme(browser: Browser, address: str) -> None:
    """No ink of print stays dark on the dark page."""
    page = browser.new_page(color_scheme="dark")
    page.goto(address)
    paints = page.evaluate(
        """() => [...document.querySelectorAll('svg text, svg rect, svg line')].flatMap(e => {
             const style = getComputedStyle(e);
             return [e.tagName == 'line' ? style.stroke : style.fill];
           })"""
    )
    lightest = [max(map(int, paint[4:-1].split(","))) for paint in set(paints)]
    assert min(lightest) > 170
    page.close()


def test_the_script_is_small_and_the_only_one_allowed(page: str) -> None:
    """At most 3 kB, named by its hash in the policy of the page."""
    script = page.partition("<script>")[2].partition("</script>")[0]
    assert len(script.encode()) <= 3000
    assert page.count("<script") == 2
    assert '<script type="application/ld+json">' in page
    assert "script-src 'sha256-" in page
