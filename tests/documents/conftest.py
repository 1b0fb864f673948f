"""The sample review, filled into the template and printed once for all tests of documents."""

import re
from pathlib import Path
from typing import Any

import pytest

from reportkit.adapters.fonts import cut_fonts
from reportkit.adapters.templates import fill_page
from reportkit.adapters.typesetter import typeset
from reportkit.assemble.data_addresses import data_address
from reportkit.formats.document.page import page_values
from reportkit.model.review import Review
from reportkit.model.settings import Author, Settings

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "documents"
_SETTINGS = ("title", "subtitle", "kind", "version", "data_date", "statement", "licence", "language")
_SETTINGS += ("keywords", "authors")


def sample_page(**changes: Any) -> str:
    """The sample review as one HTML page, with some values changed."""
    front = (CASES / "sample-front.html").read_text(encoding="utf-8")
    body = (CASES / "sample-body.html").read_text(encoding="utf-8")
    values: dict[str, Any] = {
        "title": "Simple remedies for hiccups in adults",
        "subtitle": "",
        "kind": "Narrative evidence review",
        "version": "0.1",
        "data_date": "2026-01-10",
        "search": "Search date: 5 January 2026",
        "statement": "Extracted by machine from public pages; not verified by a person. Not medical advice.",
        "licence": "CC BY 4.0",
        "language": "en-GB",
        "keywords": ("hiccups", "breathing"),
        "authors": (Author("A. Reviewer"), Author("J. Łuczak", "0000-0002-1825-0097")),
        "draft": False,
        "theme": "",
        "bibtex": data_address("text/x-bibtex", "@misc{pell2020,\n}\n"),
        "front": front,
        "body": body,
        "fonts_css": cut_fonts("Ł", ROOT / ".reportkit" / "fonts").css,
    } | changes
    settings = Settings(**{name: values[name] for name in _SETTINGS})
    said = page_values(Review(settings), (), draft=values["draft"])
    listed = {"contents": contents(values["front"] + values["body"])}
    return fill_page(ROOT / "templates", {**said, **listed, **values})


def contents(html: str) -> list[dict[str, Any]]:
    """The headings of the second and third level, nested."""
    entries: list[dict[str, Any]] = []
    for level, name, title in re.findall(
        r'<section id="(?=[^"]+" class="level(\d))([^"]+)"[^>]*>\s*<h\d>(.*?)</h', html
    ):
        place = entries if level == "2" else entries[-1]["children"]
        place.append({"id": name, "title": title, "children": []})
    return entries


@pytest.fixture(scope="session")
def page() -> str:
    """The finished HTML."""
    return sample_page()


@pytest.fixture(scope="session")
def pdf(page: str) -> bytes:
    """The finished PDF."""
    return typeset(page)
