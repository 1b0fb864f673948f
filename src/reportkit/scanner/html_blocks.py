"""HTML between blocks: what stands between two tags is read as Markdown."""

from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.html import Tag, TagKind
from reportkit.scanner.html_elements import VERBATIM_ELEMENTS
from reportkit.scanner.markup import markup, raw_html, unclosed
from reportkit.scanner.nodes import Node


def html_div(blocks: Blocks, at: int) -> Passage | None:
    """`<div>` and the blocks in it."""
    tag = blocks.fragment.tags.at(at, blocks.end)
    if tag is None or tag.kind is not TagKind.OPEN or tag.name != "div":
        return None
    inside = blocks.changed(html_element="div")
    content = inside.many(blocks.behind_blank_lines(tag.end), lambda place: _is_closer(blocks, place, "div"))
    closer = _closer(blocks, content.end, "div")
    opening = [markup(blocks.fragment, at, tag)]
    if not closer.nodes:
        opening.append(unclosed(blocks.fragment, "div", at, tag.end))
    return Passage(closer.end, [*opening, *content.nodes, *closer.nodes])


def html_block(blocks: Blocks, at: int) -> Passage | None:
    """An element with Markdown in it, or a lone tag or comment."""
    tags = blocks.fragment.tags
    tag = tags.at(at, blocks.end)
    unread = tags.careless_at(at, blocks.end) if tag is None else tag
    if unread and (tag is None or tag.name in VERBATIM_ELEMENTS) and not unread.is_inline:
        end = tags.balanced_end(unread, blocks.end)
        if end is not None:
            return Passage(end, [raw_html(blocks.fragment, at, end)])
    if tag is None or not tag.is_block:
        return None
    if tag.kind is TagKind.OPEN:
        return _element(blocks, at, tag)
    end = blocks.behind_blank_lines(blocks.behind_spaces(tag.end))
    return Passage(end, [markup(blocks.fragment, at, tag)])


def _element(blocks: Blocks, at: int, tag: Tag) -> Passage:
    inside = blocks.changed(html_element=tag.name)
    start, indent = _content_start(blocks, tag.end)
    nodes: list[Node] = [raw_html(blocks.fragment, at, tag.end)]
    end = start
    while not tag.self_closing and start < blocks.end and not _is_closer(blocks, start, tag.name):
        passage = inside.one(start)
        nodes += passage.nodes
        end = passage.end
        start = _gobble(blocks, end, indent)
    closer = _closer(blocks, _gobble(blocks, end, indent), tag.name)
    return Passage(closer.end if closer.nodes else end, [*nodes, *closer.nodes])


def _content_start(blocks: Blocks, at: int) -> tuple[int, int]:
    """Where an element's content starts, and how far its first line is indented."""
    start = blocks.behind_spaces(at)
    if not markers.is_blank(blocks.text, start, blocks.end):
        return start, 0
    line = blocks.text.index("\n", start) + 1
    start = blocks.behind_spaces(line)
    return start, start - line


def _gobble(blocks: Blocks, at: int, most: int) -> int:
    return min(blocks.behind_spaces(at), at + most)


def _is_closer(blocks: Blocks, at: int, element: str) -> bool:
    return blocks.fragment.tags.closes(at, blocks.end, element)


def _closer(blocks: Blocks, at: int, element: str) -> Passage:
    """The end tag of an element, if it stands at a place."""
    if not _is_closer(blocks, at, element):
        return Passage(at, ())
    end = blocks.text.index(">", at) + 1
    return Passage(end, [raw_html(blocks.fragment, at, end)])
