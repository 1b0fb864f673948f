"""Definitions of links: `[key]: address "title"`."""

import re

from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citation_groups import bracketed_group
from reportkit.scanner.escapes import literal_end
from reportkit.scanner.labels import identifier, reference_key
from reportkit.scanner.nodes import Address, LinkDefinition, Node

_INDENT = re.compile(r"[ ]{0,3}(?=\[)")
_BREAK = re.compile(r"[ ]*(?:\n[ ]*)?")


def link_definition(blocks: Blocks, at: int) -> Passage | None:
    """A definition that texts in brackets may refer to."""
    text, end = blocks.text, blocks.end
    label = _label(blocks, at)
    if label is None:
        return None
    address = _behind_break(text, label[1] + 1, end)
    if text.startswith("[", address, end):
        return None
    targets = blocks.inlines().targets
    angled = targets.angled_end(address)
    after = angled or _address_end(blocks, address)
    target = _address(blocks, address + 1, after - 1) if angled else _address(blocks, address, after)
    after = _title_end(blocks, after) or after
    attributes = attributes_at(text, _behind_break(text, after, end), end)
    after = attributes.end if attributes else after
    behind = blocks.behind_blank_lines(after)
    if behind == after:
        return None
    definition: Node = LinkDefinition(reference_key(text[slice(*label)]), target)
    return Passage(behind, [definition, *identifier(blocks.fragment, attributes, "link")])


def _address(blocks: Blocks, start: int, stop: int) -> Address:
    return Address(blocks.text[start:stop], blocks.fragment.span(start, stop))


def _label(blocks: Blocks, at: int) -> tuple[int, int] | None:
    """A label in brackets, followed by a colon, that is no citation."""
    indent = _INDENT.match(blocks.text, at, blocks.end)
    if indent is None or bracketed_group(blocks.inlines(), indent.end(), blocks.extract.word_end):
        return None
    close = label_end(blocks.inlines(), indent.end())
    if close is None or not blocks.text.startswith(":", close + 1, blocks.end):
        return None
    return indent.end(), close + 1


def _address_end(blocks: Blocks, at: int) -> int:
    """Behind the words of an address, which may be several."""
    text, end = blocks.text, blocks.end
    word = blocks.behind_spaces(at)
    while word < end and text[word] != "\n":
        if _title_end(blocks, word) or attributes_at(text, word, end):
            break
        if label_end(blocks.inlines(), word) is not None:
            break
        at = word
        while at < end and not text[at].isspace():
            at = literal_end(text, at, end) or at + 1
        if at == word:
            break
        word = blocks.behind_spaces(at)
    return at


def _title_end(blocks: Blocks, at: int) -> int | None:
    start = _behind_break(blocks.text, at, blocks.end)
    targets = blocks.inlines().targets
    return targets.quoted_title_end(start) or targets.parenthesized_end(start)


def _behind_break(text: str, at: int, end: int) -> int:
    found = _BREAK.match(text, at, end)
    return found.end() if found else at
