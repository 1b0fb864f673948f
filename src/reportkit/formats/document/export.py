"""What the formats that pandoc writes have in common: a title block, and pictures in place of drawings."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, div, of_class, para, plain, rewrite, words
from reportkit.formats.document.page import page_values
from reportkit.model.languages import words_of
from reportkit.model.review import Review
from reportkit.model.settings import Author

_PART = {name: re.compile(rf"<{name}\b[^>]*>(.*?)</{name}>", re.DOTALL) for name in ("title", "desc")}
Draw = Callable[[str], str]
"""Makes a picture of an SVG drawing, for formats that cannot hold the drawing, and says its address."""
Arrange = Callable[[Nodes, Draw], Nodes]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: the writer of pandoc with its options, and how blocks and authors are arranged for it.

    `order` is done before citations are formatted, `arrange` afterwards.
    """

    writer: str
    arrange: Arrange
    options: tuple[str, ...] = ()
    author: Callable[[Author], str | Mapping[str, str]] = attrgetter("name")
    order: Callable[[Nodes], Nodes] = list


def without_downloads(blocks: Nodes) -> Nodes:
    """The blocks without links to data inside the page, and without signs that only its style prints."""

    def change(node: Node) -> Node | Nodes:
        if node["t"] == "Link" or (node["t"] == "Span" and "tie" in attributes(node)[1]):
            node["c"][0][2] = []
        return [] if node["t"] == "Para" and any(map(_is_download, node["c"])) else node

    changed: Nodes = rewrite(blocks, change)
    return changed


def _is_download(node: Node) -> bool:
    return node["t"] == "Link" and "data-link" in attributes(node)[1]


def without_back_links(blocks: Nodes) -> Nodes:
    """The blocks without the lettered links from references and rows to the places that use them."""

    def change(node: Node) -> Node | Nodes:
        return [] if node["t"] == "Span" and "cited" in attributes(node)[1] else node

    changed: Nodes = rewrite(blocks, change)
    return changed


def with_pictures(blocks: Nodes, draw: Draw) -> Nodes:
    """The blocks with an image, described in words, in place of each drawing."""

    def change(node: Node) -> Node:
        if node["t"] != "RawBlock":
            return node
        svg: str = node["c"][1]
        image = {"t": "Image", "c": [["", [], []], words(description(svg)), [draw(svg), ""]]}
        return plain([image])

    changed: Nodes = rewrite(blocks, change)
    return changed


def description(svg: str) -> str:
    """Title and description of a drawing, which say all that can be seen."""
    found = (part.search(svg) for part in _PART.values())
    return " ".join(" ".join(unescape(match[1]).split()) for match in found if match)


def svg_address(svg: str) -> str:
    """The drawing itself as an address."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def titled(review: Review, blocks: Nodes, export: Export, draw: Draw, *, draft: bool) -> Mapping[str, Any]:
    """Metadata and blocks of a document, with what is said of the whole before the text."""
    settings = review.settings
    meta = {
        "title": f"{settings.title} ({words_of(settings.language).draft})" if draft else settings.title,
        "subtitle": settings.subtitle,
        "author": [export.author(author) for author in settings.authors],
        "lang": settings.language,
        "keywords": list(settings.keywords),
        "rights": settings.licence,
    }
    opening = div(of_class("statement"), [para(words(line)) for line in _opening(review)])
    arranged = export.arrange([opening, *without_downloads(blocks)], draw)
    return {"meta": {name: _meta(value) for name, value in meta.items() if value}, "blocks": arranged}


def _opening(review: Review) -> Iterator[str]:
    """What kind of document it is, of when, and what it must not be used for."""
    values = page_values(review, (), draft=False)
    told = words_of(review.settings.language)
    dated = (
        ("version", f"{told.version} {values['version']}"),
        ("data_date", f"{told.data_of} {values['date']}"),
    )
    status = (values["kind"], *(text for name, text in dated if values[name]), values["search"])
    yield from filter(None, (" · ".join(str(part) for part in status if part), str(values["statement"])))
    if values["licence"]:
        yield f"{told.licence}: {values['licence']}."


def _meta(value: Any) -> Node:
    if isinstance(value, dict):
        return {"t": "MetaMap", "c": {name: _meta(part) for name, part in value.items() if part}}
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(part) for part in value]}
    return {"t": "MetaInlines", "c": words(value)}
