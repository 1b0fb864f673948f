"""Links, images, spans with attributes and footnote calls: what brackets may mean besides citations."""

from reportkit.model.tokens import Exemption, Label, Tie
from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.brackets import NOTE_MARKER, closing_bracket, label_end
from reportkit.scanner.citations import bracketed_end
from reportkit.scanner.inlines import Inlines, Match, Place
from reportkit.scanner.labels import reference_key
from reportkit.scanner.nodes import Found, LinkByReference, Node, Nodes, NoteBody, NoteCall, Picture
from reportkit.scanner.targets import target_at

_EXEMPTIONS = ("quoted", "structural")


def note_call(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[^label]`."""
    found = NOTE_MARKER.match(inlines.text, at, inlines.end)
    if found is None:
        return None
    return Match(found.end(), [NoteCall(found[1], inlines.fragment.span(*found.span()))], word_end)


def inline_note(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`^[text]`; followed by a target or attributes it is a raised link or span."""
    if not inlines.text.startswith("^[", at, inlines.end) or inlines.too_deep():
        return None
    close = closing_bracket(inlines, at + 1)
    if close is None or inlines.text.startswith(("(", "["), close + 1, inlines.end):
        return None
    if attributes_at(inlines.text, close + 1, inlines.end):
        return None
    inside = inlines.part(at + 2, close).whole(word_end)
    return Match(close + 1, [NoteBody(inside.nodes)], inside.word_end)


def span(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[text]{attributes}`: a tie, an exemption, or a span like others."""
    close = label_end(inlines, at)
    attributes = None if close is None else attributes_at(inlines.text, close + 1, inlines.end)
    if close is None or attributes is None or inlines.too_deep():
        return None
    inside = inlines.part(at + 1, close).whole(word_end)
    return Match(attributes.end, [*_tokens(inlines, at, close, attributes), *inside.nodes], inside.word_end)


def link(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[text](target)`, `[text][key]`, `[text][]` or `[text]`; a link has no link inside."""
    close = label_end(inlines, at) if inlines.context.links else None
    if close is None or inlines.too_deep():
        return None
    text = inlines.changed(links=False).part(at + 1, close).whole(word_end)
    target = target_at(inlines.text, close + 1, inlines.end)
    if target is None:
        return _by_reference(inlines, (at, close), text.nodes, word_end)
    return Match(_behind_attributes(inlines, target.end), text.nodes, word_end)


def image(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """An image, with the same forms as a link behind an exclamation mark."""
    close = label_end(inlines, at + 1)
    if close is None or inlines.too_deep():
        return None
    alt = inlines.part(at + 2, close).whole(word_end)
    target = target_at(inlines.text, close + 1, inlines.end)
    if target is None:
        return _by_reference(inlines, (at + 1, close), alt.nodes, alt.word_end, is_image=True)
    end = _behind_attributes(inlines, target.end)
    place = inlines.fragment.span
    picture = Picture(
        span=place(at, end),
        target=inlines.text[target.start : target.stop],
        target_span=place(target.start, target.stop),
        alt=alt.nodes,
    )
    label = attributes_at(inlines.text, target.end, inlines.end)
    return Match(end, [picture, *_label(inlines, label, "image")], alt.word_end)


def _by_reference(
    inlines: Inlines, label: tuple[int, int], linked: Nodes, word_end: Place | None, *, is_image: bool = False
) -> Match:
    """Text whose meaning depends on the definitions: a link, or brackets with the text in them."""
    start, close = label
    after = close + 1
    key_close = None if bracketed_end(inlines, after, word_end) else label_end(inlines, after)
    behind: Nodes = ()
    key = inlines.text[start : close + 1]
    if key_close is not None:
        word_end = inlines.part(after + 1, key_close).whole(word_end).word_end
        behind = inlines.part(after, key_close + 1).whole().nodes
        key = key if key_close == after + 1 else inlines.text[after : key_close + 1]
        after = key_close + 1
    return Match(
        _behind_attributes(inlines, after),
        [
            LinkByReference(
                reference_key(key), linked, [*_literally(inlines, start, close, is_image), *behind]
            )
        ],
        word_end,
    )


def _literally(inlines: Inlines, start: int, close: int, is_image: bool) -> list[Node]:
    if is_image:
        return [inlines.visible(start - 1, start), *inlines.part(start, close + 1).whole().nodes]
    inside = inlines.part(start + 1, close).whole()
    return [inlines.visible(start, start + 1), *inside.nodes, inlines.visible(close, close + 1)]


def _behind_attributes(inlines: Inlines, at: int) -> int:
    attributes = attributes_at(inlines.text, at, inlines.end)
    return attributes.end if attributes else at


def _tokens(inlines: Inlines, start: int, close: int, attributes: Attributes) -> list[Node]:
    place = inlines.fragment.span
    whole, text = place(start, attributes.end), place(start + 1, close)
    tokens = _label(inlines, attributes, "span")
    if rows := attributes.pairs.get("ev"):
        field = attributes.pairs.get("field")
        row_place = place(rows.start, rows.end)
        tokens.append(
            Found(Tie(whole, text, tuple(rows.text.split()), row_place, field.text if field else None))
        )
    kinds = [kind for kind in _EXEMPTIONS if kind in attributes.classes]
    tokens += [Found(Exemption(whole, text, kind)) for kind in kinds]
    return tokens


def _label(inlines: Inlines, attributes: Attributes | None, kind: str) -> list[Node]:
    if attributes is None or attributes.identifier is None:
        return []
    name = attributes.identifier
    return [Found(Label(name.text, inlines.fragment.span(name.start, name.end), kind))]
