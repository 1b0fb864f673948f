"""Headings of all chapters: unique identifiers, section numbers and the contents list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportkit.assemble.tree import (
    Node,
    Nodes,
    attributes,
    header,
    of_class,
    plain_text,
    rewrite,
    span,
)
from reportkit.assemble.tree import (
    words as text_of,
)
from reportkit.model.words import Words

_DEEPEST_LISTED = 2
_IDENTIFIED = {"Div", "Span", "Link", "Image", "Code", "CodeBlock", "Table", "Figure"}
# Places that the toolkit and its template name themselves.
_TAKEN = re.compile(
    r"references|refs|text|card|contents-title|evidence-index.*|(ref|ev)-.*|(cite|tie|fn|fnref)-?\d+|.*-caption"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    id: str
    title: str
    number: str
    level: int


def listed(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines that a document's contents show: chapters and their sections, no deeper headings."""
    return tuple(entry for entry in entries if entry.level <= _DEEPEST_LISTED)


def entries_of(blocks: Nodes) -> tuple[Entry, ...]:
    """The lines for the unnumbered sections that the toolkit itself adds behind the chapters."""
    heads = (block["c"] for block in blocks if block["t"] == "Header" and block["c"][0] == 1)
    return tuple(Entry(attrs[0], plain_text(inlines), "", level) for level, attrs, inlines in heads)


@dataclass(frozen=True)
class Outline:
    """Chapters with their headings numbered, and the list of these headings."""

    chapters: tuple[Nodes, ...]
    entries: tuple[Entry, ...]

    def labels(self, words: Words) -> Mapping[str, str]:
        """What a cross-reference to each section prints."""
        return {entry.id: _label(entry, words) for entry in self.entries}


def _label(entry: Entry, words: Words) -> str:
    if entry.number:
        return f"{words.section} {entry.number}"
    return f"{words.quotes[0]}{entry.title}{words.quotes[1]}"


class _Numbering:
    """Counts headings, and keeps identifiers unique over the whole document."""

    def __init__(self) -> None:
        self.counts: list[int] = []
        self.seen: set[str] = set()

    def next(self, level: int) -> str:
        self.counts = [*self.counts[:level], *[0] * (level - len(self.counts))]
        self.counts[level - 1] += 1
        return ".".join(map(str, self.counts))

    def unique(self, identifier: str) -> str:
        """The identifier of a heading, with a number behind it where it is already in use."""
        wanted, copies = identifier or "section", 1
        free = self.claim(candidate := wanted)
        while not free:
            copies += 1
            candidate = f"{wanted}-{copies}"
            free = candidate not in self.seen
        self.seen.add(candidate)
        return candidate

    def claim(self, identifier: str) -> bool:
        """Whether an identifier is still to be had; from now on it is not."""
        free = identifier not in self.seen and not _TAKEN.fullmatch(identifier)
        self.seen.add(identifier)
        return free


def outline(chapters: Sequence[Nodes]) -> Outline:
    """Number the headings of chapters in order; `.unnumbered` ones keep their title only.

    Automatic identifiers that two chapters share get a suffix, and links within the chapter follow.
    """
    numbering = _Numbering()
    entries: list[Entry] = []
    return Outline(tuple(_chapter(blocks, numbering, entries) for blocks in chapters), tuple(entries))


def _chapter(blocks: Nodes, numbering: _Numbering, entries: list[Entry]) -> Nodes:
    renamed: dict[str, str] = {}

    def number(node: Node) -> Node:
        if node["t"] != "Header":
            return _with_own_identifier(node, numbering)
        identifier, classes, pairs = attributes(node)
        level, inlines = node["c"][0], node["c"][2]
        unique = numbering.unique(identifier)
        renamed[identifier] = unique
        text = "" if "unnumbered" in classes else numbering.next(level)
        entries.append(Entry(unique, plain_text(inlines).strip(), text, level))
        sign = [span(of_class("section-number"), text_of(text)), {"t": "Space"}] if text else []
        kept = (*classes, "chapter") if level == 1 else classes
        return header(level, (unique, kept, pairs), [*sign, *inlines])

    def follow(node: Node) -> Node:
        if node["t"] == "Link" and node["c"][2][0][:1] == "#":
            target = node["c"][2][0][1:]
            node["c"][2][0] = "#" + renamed.get(target, target)
        return node

    numbered: Nodes = rewrite(rewrite(blocks, number), follow)
    return numbered


def _with_own_identifier(node: Node, numbering: _Numbering) -> Node:
    """The element without an identifier that another one has; the check has said so."""
    if node["t"] in _IDENTIFIED and node["c"][0][0] and not numbering.claim(node["c"][0][0]):
        node["c"][0][0] = ""
    return node
