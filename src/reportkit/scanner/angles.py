"""What starts with `<` in running text: addresses, spans, raw HTML, or just the sign."""

import re

from reportkit.scanner.addresses import MAIL, SCHEMES
from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.extracts import Place
from reportkit.scanner.html import TagKind
from reportkit.scanner.inlines import Closer, Inlines, Match
from reportkit.scanner.labels import identifier
from reportkit.scanner.markup import COMMENT_START, markup, unclosed
from reportkit.scanner.markup import raw_html as raw
from reportkit.scanner.nodes import Address, Anchor, Node

# longer addresses are none, lest a heap of signs be read again and again
_REST = r"[^ \t\n\r>]{0,2000}+"
_ADDRESS = re.compile(rf"<((?:{SCHEMES}):(?![*_\]])[^\s<>]{_REST})>", re.IGNORECASE)
_MAIL = re.compile(rf"<({MAIL}{_REST})>")


def address(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`<https://…>` or `<name@example.org>`."""
    if not inlines.context.links:
        return None
    text, end = inlines.text, inlines.end
    found = _ADDRESS.match(text, at, end) or _MAIL.match(text, at, end)
    if found is None:
        return None
    attributes = attributes_at(text, found.end(), end)
    behind = attributes.end if attributes else found.end()
    place = inlines.fragment.span
    target = Address(found[1], place(*found.span(1)))
    anchor = Anchor(place(at, behind), target, [inlines.visible(*found.span(1))])
    return Match(behind, [anchor, *identifier(inlines.fragment, attributes, "link")], word_end)


def html_span(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`<span>text</span>`, whose text is read."""
    tag = inlines.fragment.tags.at(at, inlines.end)
    if tag is None or tag.kind is not TagKind.OPEN or tag.name != "span" or inlines.too_deep():
        return None
    inside = inlines.until(_SPAN_END, tag.end, word_end)
    if inside is None:
        return None
    end_tag = inlines.text.rindex("<", at, inside.end)
    edges = raw(inlines.fragment, at, tag.end), raw(inlines.fragment, end_tag, inside.end)
    nodes = [edges[0], *inside.nodes, edges[1]]
    return Match(inside.end, nodes, inside.word_end)


def raw_html(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A tag or comment in running text; what stands between two tags is read."""
    tag = inlines.fragment.tags.at(at, inlines.end)
    if tag is None or not tag.is_inline or tag.closes(inlines.context.html_element):
        return None
    return Match(tag.end, [markup(inlines.fragment, at, tag)], word_end)


def less_than(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """The sign itself, unless a block of HTML starts there."""
    tag = inlines.fragment.tags.at(at, inlines.end)
    if tag is not None and (tag.is_block or tag.closes(inlines.context.html_element)):
        return None
    nodes: list[Node] = [inlines.visible(at, at + 1)]
    if inlines.has(COMMENT_START, at):
        nodes.append(unclosed(inlines.fragment, "comment", at, at + len(COMMENT_START)))
    return Match(at + 1, nodes, word_end)


def _behind_span(inlines: Inlines, at: int, _word_end: Place | None) -> int | None:
    is_end = inlines.fragment.tags.closes(at, inlines.end, "span")
    return inlines.text.index(">", at, inlines.end) + 1 if is_end else None


_SPAN_END = Closer(_behind_span)
