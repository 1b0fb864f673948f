"""Links and images, with a target in parentheses or by reference to a definition."""

from collections.abc import Sequence

from reportkit.scanner.attributes import attributes_at
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citation_groups import bracketed_group
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import identifier, reference_key
from reportkit.scanner.nodes import LinkByReference, Node, Nodes, Picture
from reportkit.scanner.targets import Target


def link(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[text](target)`, `[text][key]`, `[text][]` or `[text]`; a link has no link inside."""
    close = label_end(inlines, at) if inlines.context.links else None
    if close is None or inlines.too_deep():
        return None
    text = inlines.changed(links=False).part(at + 1, close).whole(word_end)
    target = inlines.targets.at(close + 1)
    if target:
        return Match(_behind_attributes(inlines, target.end), text.nodes, word_end)
    literal = inlines.part(at + 1, close).whole().nodes
    brackets = inlines.visible(at, at + 1), inlines.visible(close, close + 1)
    linked = LinkByReference(
        reference_key(inlines.text[at : close + 1]), text.nodes, [brackets[0], *literal, brackets[1]]
    )
    return _by_reference(inlines, close + 1, linked, word_end)


def image(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """An image, with the same forms as a link behind an exclamation mark."""
    close = label_end(inlines, at + 1)
    if close is None or inlines.too_deep():
        return None
    alt = inlines.part(at + 2, close).whole(word_end)
    target = inlines.targets.at(close + 1)
    if target:
        return Match(
            _behind_attributes(inlines, target.end), _picture(inlines, at, target, alt.nodes), alt.word_end
        )
    literal = [inlines.visible(at, at + 1), *inlines.part(at + 1, close + 1).whole().nodes]
    linked = LinkByReference(reference_key(inlines.text[at + 1 : close + 1]), alt.nodes, literal)
    return _by_reference(inlines, close + 1, linked, alt.word_end)


def _by_reference(inlines: Inlines, at: int, link: LinkByReference, word_end: Place | None) -> Match:
    """A link that names its key behind it, `[key]` or `[]`, or is its own key."""
    close = None if bracketed_group(inlines, at, word_end) else label_end(inlines, at)
    if close is None:
        return Match(_behind_attributes(inlines, at), [link], word_end)
    word_end = inlines.part(at + 1, close).whole(word_end).word_end
    literal = [*link.literal, *inlines.part(at, close + 1).whole().nodes]
    key = link.key if close == at + 1 else reference_key(inlines.text[at : close + 1])
    return Match(
        _behind_attributes(inlines, close + 1), [LinkByReference(key, link.linked, literal)], word_end
    )


def _picture(inlines: Inlines, at: int, target: Target, alt: Nodes) -> Sequence[Node]:
    attributes = attributes_at(inlines.text, target.end, inlines.end)
    place = inlines.fragment.span
    picture = Picture(
        span=place(at, attributes.end if attributes else target.end),
        target=inlines.text[target.start : target.stop],
        target_span=place(target.start, target.stop),
        alt=alt,
    )
    return [picture, *identifier(inlines.fragment, attributes, "image")]


def _behind_attributes(inlines: Inlines, at: int) -> int:
    attributes = attributes_at(inlines.text, at, inlines.end)
    return attributes.end if attributes else at
