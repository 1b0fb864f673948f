"""Citations: `[see @a, p. 3; -@b]` in brackets, `@a` and `@a [p. 3]` in the text."""

from dataclasses import dataclass

from reportkit.model.tokens import Citation
from reportkit.scanner.attributes import attributes_at, skip_break
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citation_keys import Key, citation_of, key_at
from reportkit.scanner.inlines import Inlines, Match, Place
from reportkit.scanner.labels import example_end, reference_key
from reportkit.scanner.nodes import Cited, Hidden, LinkByReference, Node
from reportkit.scanner.targets import target_at


@dataclass(frozen=True, slots=True)
class _Group:
    """What was read of a group: its citations, what else stands in it, and where it ends."""

    citations: tuple[Citation, ...]
    others: tuple[Node, ...]
    end: int
    word_end: Place | None


@dataclass(frozen=True, slots=True)
class _FirstKey:
    """The end of a citation's prefix: the place where its key starts."""

    def end_at(self, inlines: Inlines, at: int, word_end: Place | None) -> int | None:
        """A bracket is passed over: pandoc then looks for a key behind it."""
        if at >= inlines.end:
            return None
        if inlines.text[at] == "]":
            return at + 1
        return at if key_at(inlines, at, word_end) or self._key_behind(inlines, at, word_end) else None

    def fails_at(self, inlines: Inlines, at: int) -> bool:
        return inlines.text.startswith(";", at, inlines.end)

    def _key_behind(self, inlines: Inlines, at: int, word_end: Place | None) -> bool:
        if inlines.text[at] != ";":
            return False
        after = skip_break(inlines.text, at + 1, inlines.end)
        return after is not None and key_at(inlines, after, word_end) is not None


def bracketed(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A group in brackets that is no link and no span."""
    if inlines.text.find("@", at, inlines.end) < 0 or inlines.too_deep():
        return None
    group = _bracketed_group(inlines, at, word_end)
    if group is None:
        return None
    cited = Cited(inlines.fragment.span(at, group.end), group.citations, bracketed=True)
    return Match(group.end, [cited, Hidden(group.others)], group.word_end)


def in_text(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A key in the running text, perhaps followed by a locator or further keys in brackets."""
    key = key_at(inlines, at, word_end)
    if key is None:
        return None
    first = citation_of(inlines, key)
    if first.key in inlines.session.examples:
        return None
    group = None if inlines.too_deep() else _following_group(inlines, key, word_end)
    if group is None:
        return Match(key.end, [Cited(first.span, (first,), bracketed=False, example=first.key)], word_end)
    return Match(group.end, [_with_brackets(inlines, key, first, group)], group.word_end)


def example_reference(inlines: Inlines, at: int, word_end: Place | None) -> Match:
    """`@label` of an example list, or an `@` that means nothing."""
    end = example_end(inlines.text, at, inlines.end)
    return Match(end, [inlines.visible(at, end)], word_end)


def bracketed_end(inlines: Inlines, at: int, word_end: Place | None) -> int | None:
    """Behind a group in brackets at a place, if one stands there."""
    if inlines.text.find("@", at, inlines.end) < 0:
        return None
    group = _bracketed_group(inlines, at, word_end)
    return group.end if group else None


def _bracketed_group(inlines: Inlines, at: int, word_end: Place | None) -> _Group | None:
    text, end = inlines.text, inlines.end
    start = skip_break(text, at + 1, end) if text.startswith("[", at, end) else None
    group = None if start is None else _list(inlines, start, word_end)
    close = None if group is None else _close(inlines, group.end)
    if group is None or close is None or target_at(text, close, end) or attributes_at(text, close, end):
        return None
    if label_end(inlines, close) is not None:
        return None
    return _Group(group.citations, group.others, close, group.word_end)


def _close(inlines: Inlines, at: int) -> int | None:
    after = skip_break(inlines.text, at, inlines.end)
    return after + 1 if after is not None and inlines.text.startswith("]", after, inlines.end) else None


def _list(inlines: Inlines, at: int, word_end: Place | None) -> _Group | None:
    """Citations between semicolons; all of them must have a key."""
    citations: list[Citation] = []
    others: list[Node] = []
    here: int | None = at
    while here is not None:
        prefix = inlines.until(_FirstKey(), here, word_end)
        key = None if prefix is None else key_at(inlines, prefix.end, prefix.word_end)
        suffix = None if prefix is None or key is None else _suffix(inlines, key.end, prefix.word_end)
        if prefix is None or key is None or suffix is None:
            return None
        citations.append(citation_of(inlines, key))
        others += [*prefix.nodes, *suffix.nodes]
        here, at, word_end = _next(inlines, suffix.end), suffix.end, suffix.word_end
    return _Group(tuple(citations), tuple(others), at, word_end)


def _next(inlines: Inlines, at: int) -> int | None:
    return (
        skip_break(inlines.text, at + 1, inlines.end)
        if inlines.text.startswith(";", at, inlines.end)
        else None
    )


def _suffix(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    start = skip_break(inlines.text, at, inlines.end)
    if start is None:
        return None
    return inlines.many(start, word_end, lambda place: inlines.text[place] in ";]")


def _following_group(inlines: Inlines, key: Key, word_end: Place | None) -> _Group | None:
    start = skip_break(inlines.text, key.end, inlines.end)
    if start is None or not inlines.text.startswith("[", start, inlines.end):
        return None
    return _bracketed_group(inlines, start, word_end) or _locator(inlines, start, word_end)


def _locator(inlines: Inlines, at: int, word_end: Place | None) -> _Group | None:
    """`[p. 3; @b]` behind a key."""
    text, end = inlines.text, inlines.end
    suffix = None if text.startswith("^", at + 1, end) else _suffix(inlines, at + 1, word_end)
    if suffix is None:
        return None
    group = _Group((), tuple(suffix.nodes), suffix.end, suffix.word_end)
    following = _next(inlines, suffix.end)
    if following is not None and (rest := _list(inlines, following, suffix.word_end)):
        group = _Group(rest.citations, (*group.others, *rest.others), rest.end, rest.word_end)
    close = _close(inlines, group.end)
    if close is None or text.startswith(("[", "(", "{"), close, end):
        return None
    return _Group(group.citations, group.others, close, group.word_end)


def _with_brackets(inlines: Inlines, key: Key, first: Citation, group: _Group) -> Node:
    """The brackets belong to the citation, unless they refer to a link that is defined."""
    span = inlines.fragment.span
    start = skip_break(inlines.text, key.end, inlines.end)
    assert start is not None
    label = inlines.part(start + 1, group.end - 1).whole()
    return LinkByReference(
        key=reference_key(inlines.text[start : group.end]),
        linked=[Cited(first.span, (first,), bracketed=False), *label.nodes],
        literal=[
            Cited(span(key.start, group.end), (first, *group.citations), bracketed=False),
            Hidden(group.others),
        ],
    )
