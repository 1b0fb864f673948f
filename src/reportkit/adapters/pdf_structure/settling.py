"""Bring parts into the forms that PDF knows: lists of items, tables with captions, text in paragraphs."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from reportkit.adapters.pdf_structure.parts import Annotation, Mark, Part

_Kid = Part | Mark | Annotation
_GROUPING = frozenset({"Document", "Sect", "Art", "BlockQuote", "Div"})
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_EMPTY = frozenset({"TD", "TH"})
"""Roles that are there without content, too: a grid has to close."""


def settle(part: Part) -> Part:
    """The part with its kids in order, empty parts left out."""
    part.kids = [kid for kid in _flat(part) if not isinstance(kid, Part) or kid.kids or kid.role in _EMPTY]
    arrange = _ARRANGEMENTS.get(part.role)
    if arrange:
        part.kids = list(arrange(part))
    return part


def _flat(part: Part) -> Iterator[_Kid]:
    """The kids, with the kids of parts without a role in their place."""
    for kid in part.kids:
        if not isinstance(kid, Part):
            yield kid
        elif settle(kid).role:
            yield _of_note(kid) if kid.role == "Link" else kid
        else:
            yield from _of_nameless(kid)


def close_heading_gaps(document: Part) -> None:
    """Raise headings that skip a level: a reader who goes by levels would miss what lies between."""
    level = 0
    for part in document.walk():
        if part.role in _HEADINGS:
            level = min(_HEADINGS.index(part.role) + 1, level + 1)
            part.role = _HEADINGS[level - 1]


def _of_note(link: Part) -> Part:
    """The link inside a reference where it calls a note, inside the note's label where it leads back."""
    roles = {"footnote-ref": "Reference", "footnote-back": "Lbl"}
    role = next((roles[name] for name in link.source.get("class", "").split() if name in roles), "")
    return Part(role, link.source, [link]) if role else link


def _of_nameless(part: Part) -> Iterator[_Kid]:
    if part.source.tag == "figure":
        yield from _figure(part)
    elif part.source.tag in {"div", "header", "footer"}:
        yield from _in_paragraphs(part)
    else:
        yield from part.kids


def _in_paragraphs(part: Part) -> Iterator[_Kid]:
    """Text that stands between blocks becomes a paragraph."""
    for inline, run in groupby(part.kids, key=_is_inline):
        if inline:
            yield Part("P", part.source, list(run))
        else:
            yield from run


def _is_inline(kid: _Kid) -> bool:
    return not isinstance(kid, Part) or kid.is_inline


def _figure(part: Part) -> Iterator[_Kid]:
    """A table or a drawing takes the caption beside it; what else stands there follows."""
    captions = [kid for kid in part.parts() if kid.role == "Caption"]
    shown = next((kid for kid in part.parts() if kid.role in {"Table", "Figure"}), None)
    if shown is None or not captions:
        yield from part.kids
        return
    shown.kids = [*captions, *shown.kids] if shown.role == "Table" else [*shown.kids, *captions]
    yield from (kid for kid in part.kids if kid not in captions)


def _list(part: Part) -> Iterator[_Kid]:
    """Items of a list; a term and what is said of it are one item."""
    item: Part | None = None
    for kid in part.kids:
        if isinstance(kid, Part) and kid.role in {"Lbl", "LBody"}:
            if item is None or kid.role == "Lbl":
                yield (item := Part("LI", kid.source))
            item.kids.append(kid)
        else:
            yield kid


def _item(part: Part) -> Iterator[_Kid]:
    """The sign of an item, then all of its text."""
    labels = [kid for kid in part.kids if isinstance(kid, Part) and kid.role == "Lbl"]
    yield from labels
    if body := [kid for kid in part.kids if kid not in labels]:
        yield Part("LBody", part.source, body)


def _entry(part: Part) -> Iterator[_Kid]:
    """A line of the contents: a reference, then the lines below it."""
    for inline, run in groupby(part.kids, key=_is_inline):
        if inline:
            yield Part("Reference", part.source, list(run))
        else:
            yield from run


_ARRANGEMENTS: Mapping[str, Callable[[Part], Iterator[_Kid]]] = {
    **dict.fromkeys(_GROUPING, _in_paragraphs),
    "L": _list,
    "LI": _item,
    "TOCI": _entry,
}
