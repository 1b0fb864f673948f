"""Citations: in brackets, or in the running text as `@a` and `@a [p. 3]`."""

from dataclasses import replace

from reportkit.model.tokens import Citation
from reportkit.scanner.attributes import skip_break
from reportkit.scanner.citation_groups import Group, bracketed_group, locator
from reportkit.scanner.citation_keys import Key, citation_of, key_at
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import example_end, reference_key
from reportkit.scanner.near_misses import near_miss
from reportkit.scanner.nodes import Anchor, Cited, Hidden, LinkByReference, Node


def bracketed(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[see @a, p. 3; -@b]`."""
    group = None if inlines.too_deep() else bracketed_group(inlines, at, word_end)
    if group is None:
        return None
    cited = _cited(inlines, at, group.end, group.citations, bracketed=True)
    return Match(group.end, [cited, Hidden(group.others)], group.word_end)


def in_text(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`@a`, perhaps followed by a locator or further keys in brackets; no label of an earlier example."""
    key = key_at(inlines, at, word_end)
    if key is None:
        return None
    first = citation_of(inlines, key)
    if first.key in inlines.session.examples:
        return None
    start = skip_break(inlines.text, key.end, inlines.end)
    if start is not None and inlines.has("[", start) and not inlines.too_deep():
        group = bracketed_group(inlines, start, word_end) or locator(inlines, start, word_end)
        if group:
            return Match(group.end, [_with_brackets(inlines, key, first, (start, group))], group.word_end)
    cited = _cited(inlines, at, key.end, (first,))
    return Match(key.end, [replace(cited, example=first.key)], word_end)


def example_reference(inlines: Inlines, at: int, word_end: Place | None) -> Match:
    """`@label` of an example list, or an `@` that means nothing."""
    end = example_end(inlines.text, at, inlines.end)
    return Match(end, [inlines.visible(at, end), *near_miss(inlines, at, word_end)], word_end)


def _with_brackets(inlines: Inlines, key: Key, first: Citation, brackets: tuple[int, Group]) -> Node:
    """The brackets belong to the citation, unless they refer to a link that is defined."""
    start, group = brackets
    label = inlines.part(start + 1, group.end - 1).whole()
    link_key = reference_key(inlines.text[start : group.end])
    anchor = Anchor(inlines.fragment.span(start, group.end), link_key, label.nodes)
    return LinkByReference(
        key=link_key,
        linked=[_cited(inlines, key.start, key.end, (first,)), anchor],
        literal=[
            _cited(inlines, key.start, group.end, (first, *group.citations)),
            Hidden(group.others),
        ],
    )


def _cited(
    inlines: Inlines, start: int, end: int, citations: tuple[Citation, ...], *, bracketed: bool = False
) -> Cited:
    return Cited(inlines.fragment.span(start, end), inlines.text[start:end], citations, bracketed)
