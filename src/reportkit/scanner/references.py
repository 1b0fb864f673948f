"""Definitions of links: `[key]: address "title"`."""

import re

from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citations import bracketed_end
from reportkit.scanner.escapes import literal_end
from reportkit.scanner.labels import reference_key
from reportkit.scanner.nodes import LinkDefinition
from reportkit.scanner.targets import angled_end, parenthesized_end, quoted_title_end

_BREAK = re.compile(r"[ ]*(?:\n[ ]*)?")
_SPACES = re.compile(r"[ ]*")


def link_definition(blocks: Blocks, at: int) -> Passage | None:
    """A definition that texts in brackets may refer to."""
    text, end = blocks.text, blocks.end
    start = at + min(len(_spaces(text, at, end)), 3)
    inlines = blocks.inlines()
    if not text.startswith("[", start, end) or bracketed_end(inlines, start, blocks.extract.word_end):
        return None
    close = label_end(inlines, start)
    if close is None or not text.startswith(":", close + 1, end):
        return None
    address = _behind_break(text, close + 2, end)
    if text.startswith("[", address, end):
        return None
    after = angled_end(text, address, end) or _address_end(blocks, address)
    after = _title_end(text, after, end) or after
    attributes = attributes_at(text, _behind_break(text, after, end), end)
    after = attributes.end if attributes else after
    behind = blocks.behind_blank_lines(after)
    if behind == after:
        return None
    return Passage(behind, [LinkDefinition(reference_key(text[start : close + 1]))])


def _address_end(blocks: Blocks, at: int) -> int:
    """Behind the words of an address, which may be several."""
    text, end = blocks.text, blocks.end
    while True:
        word = at + len(_spaces(text, at, end))
        if word >= end or text[word] == "\n" or _title_end(text, word, end) or attributes_at(text, word, end):
            return at
        if label_end(blocks.inlines(), word) is not None:
            return at
        after = word
        while after < end and not text[after].isspace():
            after = literal_end(text, after, end) or after + 1
        if after == word:
            return at
        at = after


def _title_end(text: str, at: int, end: int) -> int | None:
    start = _behind_break(text, at, end)
    return quoted_title_end(text, start, end) or parenthesized_end(text, start, end)


def _spaces(text: str, at: int, end: int) -> str:
    found = _SPACES.match(text, at, end)
    return found[0] if found else ""


def _behind_break(text: str, at: int, end: int) -> int:
    found = _BREAK.match(text, at, end)
    return found.end() if found else at
