"""Text in brackets with attributes: a tie, an exemption, or a span like others."""

from reportkit.model.tokens import Exemption, Tie
from reportkit.scanner.attributes import Attributes, attributes_at
from reportkit.scanner.brackets import label_end
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import identifier
from reportkit.scanner.nodes import Found, Node

_EXEMPTIONS = ("quoted", "structural")


def span(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """`[97.5%]{ev=row}`, `[text]{.quoted}`."""
    close = label_end(inlines, at)
    attributes = None if close is None else attributes_at(inlines.text, close + 1, inlines.end)
    if close is None or attributes is None or inlines.too_deep():
        return None
    inside = inlines.part(at + 1, close).whole(word_end)
    return Match(attributes.end, [*_tokens(inlines, (at, close), attributes), *inside.nodes], inside.word_end)


def _tokens(inlines: Inlines, brackets: tuple[int, int], attributes: Attributes) -> list[Node]:
    place = inlines.fragment.span
    whole, text = place(brackets[0], attributes.end), place(brackets[0] + 1, brackets[1])
    tokens = identifier(inlines.fragment, attributes, "span")
    if rows := attributes.pairs.get("ev"):
        field = attributes.pairs.get("field")
        rows_span = place(rows.start, rows.end)
        tie = Tie(whole, text, tuple(rows.text.split()), rows_span, field.text if field else None)
        tokens.append(Found(tie))
    kinds = [kind for kind in _EXEMPTIONS if kind in attributes.classes]
    return [*tokens, *(Found(Exemption(whole, text, kind)) for kind in kinds)]
