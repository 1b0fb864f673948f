"""Which headings, links, tables and the like pandoc sees in a document, and which the scanner does."""

import html
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any
from urllib.parse import unquote

from reportkit.model.tokens import Scan
from reportkit.scanner import scan
from tests.scanner.pandoc_oracle import tree_of

# what was seen, by kind and what tells one from another
Seen = Counter[tuple[str, Hashable]]

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ESCAPED = re.compile(r"\\([^\w\s]|_)")


def seen_by_scanner(text: str) -> Seen:
    """Every token that pandoc has a name for, too."""
    return Counter(_scanned(scan(text)))


def seen_by_pandoc(text: str) -> Seen | None:
    """The same of pandoc's tree, or None where pandoc refuses the document."""
    tree = tree_of(text)
    return None if tree is None else Counter(_in_tree(tree["blocks"]))


def _scanned(found: Scan) -> Iterator[tuple[str, Hashable]]:
    automatic = {label.span: label.label for label in found.labels if label.kind == "automatic"}
    for heading in found.headings:
        yield "heading", (heading.level, heading.label or automatic[heading.span])
    for code in found.code:
        yield ("code block", code.text) if code.is_block else ("code", " ".join(code.text.split()))
    for link in found.links:
        yield "link", _address(link.target)
    for image in found.images:
        yield "image", _address(image.target)
    for table in found.tables:
        yield (
            "table",
            (table.columns, table.has_header, len(table.rows), bool(table.caption), table.label or ""),
        )
    for comment in found.comments:
        yield "comment", " ".join(comment.text.split())


def _in_tree(tree: object) -> Iterator[tuple[str, Hashable]]:
    if isinstance(tree, list):
        for value in tree:
            yield from _in_tree(value)
    elif isinstance(tree, dict):
        if read := _READERS.get(tree.get("t", "")):
            yield from read(tree["c"])
        # a figure repeats its caption as the alternative text of its image
        content = tree["c"][2:] if tree.get("t") == "Figure" else tree.values()
        for value in content:
            yield from _in_tree(value)


def _heading(content: Any) -> Iterator[tuple[str, Hashable]]:
    yield "heading", (content[0], content[1][0])


def _link(content: Any) -> Iterator[tuple[str, Hashable]]:
    yield "link", _address(content[2][0].removeprefix("mailto:"))


def _table(content: Any) -> Iterator[tuple[str, Hashable]]:
    attributes, caption, columns, head, bodies, foot = content
    rows = len(head[1]) + sum(len(body[2]) + len(body[3]) for body in bodies) + len(foot[1])
    yield "table", (len(columns), bool(head[1]), rows, bool(caption[1]), attributes[0])


def _raw(content: Any) -> Iterator[tuple[str, Hashable]]:
    if content[0] == "html":
        yield from (("comment", " ".join(text.split())) for text in _COMMENT.findall(content[1]))


_READERS = {
    "Header": _heading,
    "CodeBlock": lambda content: [("code block", content[1])],
    "Code": lambda content: [("code", " ".join(content[1].split()))],
    "Link": _link,
    "Image": lambda content: [("image", _address(content[2][0]))],
    "Table": _table,
    "RawBlock": _raw,
    "RawInline": _raw,
}


def _address(written: str) -> str:
    """An address without the ways of writing it."""
    return unquote(html.unescape(_ESCAPED.sub(r"\1", " ".join(written.split())))).strip()
