"""Links and images, with a target in parentheses or by reference to a definition."""

from typing import NamedTuple

from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citation_groups import bracketed_group
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import identifier, reference_key
from reportkit.scanner.nodes import Address, Anchor, LinkByReference, Node, Nodes, Picture
from reportkit.scanner.targets import Target


class _Reference(NamedTuple):
    """The key that brackets name, what stands behind them, and what they are if the key is not defined."""

    key: str
    end: int
    labels: Nodes
    literal: Nodes
    word_end: Place | None


def link(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[text](target)`, `[text][key]`, `[text][]` or `[text]`; a link has no link inside."""
    close = label_end(inlines, at) if inlines.context.links else None
    if close is None or inlines.too_deep():
        return None
    text = inlines.changed(links=False).part(at + 1, close).whole(word_end)
    target = inlines.targets.at(close + 1)
    if target:
        end, labels = _behind(inlines, target.end, "link")
        anchor = Anchor(inlines.fragment.span(at, end), _address(inlines, target), text.nodes)
        return Match(end, [anchor, *labels], word_end)
    inside = inlines.part(at + 1, close).whole().nodes
    literal = [inlines.visible(at, at + 1), *inside, inlines.visible(close, close + 1)]
    named = _reference(inlines, (at, close), "link", word_end)
    anchor = Anchor(inlines.fragment.span(at, named.end), named.key, text.nodes)
    return _by_reference(named, anchor, literal)


def image(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """An image, with the same forms as a link behind an exclamation mark."""
    close = label_end(inlines, at + 1)
    if close is None or inlines.too_deep():
        return None
    alt = inlines.part(at + 2, close).whole(word_end)
    target = inlines.targets.at(close + 1)
    if target:
        end, labels = _behind(inlines, target.end, "image")
        picture = Picture(inlines.fragment.span(at, end), _address(inlines, target), alt.nodes)
        return Match(end, [picture, *labels], alt.word_end)
    literal = [inlines.visible(at, at + 1), *inlines.part(at + 1, close + 1).whole().nodes]
    named = _reference(inlines, (at + 1, close), "image", alt.word_end)
    picture = Picture(inlines.fragment.span(at, named.end), named.key, alt.nodes)
    return _by_reference(named, picture, literal)


def _by_reference(named: _Reference, linked: Anchor | Picture, literal: Nodes) -> Match:
    either = LinkByReference(named.key, [linked, *named.labels], [*literal, *named.literal])
    return Match(named.end, [either], named.word_end)


def _reference(inlines: Inlines, brackets: tuple[int, int], kind: str, word_end: Place | None) -> _Reference:
    """Text in brackets names its key behind it, `[key]` or `[]`, or is its own key."""
    own_key = reference_key(inlines.text[brackets[0] : brackets[1] + 1])
    at = brackets[1] + 1
    close = None if bracketed_group(inlines, at, word_end) else label_end(inlines, at)
    if close is None:
        return _Reference(own_key, *_behind(inlines, at, kind), (), word_end)
    word_end = inlines.part(at + 1, close).whole(word_end).word_end
    literal = inlines.part(at, close + 1).whole().nodes
    key = own_key if close == at + 1 else reference_key(inlines.text[at : close + 1])
    return _Reference(key, *_behind(inlines, close + 1, kind), literal, word_end)


def _address(inlines: Inlines, target: Target) -> Address:
    place = inlines.fragment.span(target.start, target.stop)
    return Address(inlines.text[target.start : target.stop], place)


def _behind(inlines: Inlines, at: int, kind: str) -> tuple[int, list[Node]]:
    """The place behind the attributes at a place, if there are any, and the label they give."""
    attributes = attributes_at(inlines.text, at, inlines.end)
    labels = identifier(inlines.fragment, attributes, kind)
    return (attributes.end if attributes else at), labels
