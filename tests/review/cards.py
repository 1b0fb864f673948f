"""Numbers of a built page that read like results, and whether a card answers for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import html

from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.model.tokens import Prose, ProseKind, Scan
from reportkit.rules.reading.passages import passages
from reportkit.rules.reading.result_like import results_in

_BLOCKS = ["p", "li", "td", "th", "dd", "dt", "caption", "figcaption", "h1", "h2", "h3", "h4", "text"]
_ANSWERED = {"tied", "quoted", "structural"}
_ASIDE = {"references", "evidence-index", "colophon", "contents"}


@dataclass(frozen=True)
class Found:
    """A number expression of the page, the words around it, and whether a card or a mark answers for it."""

    text: str
    around: str
    answered: bool


def results_on(page: html.HtmlElement) -> Iterator[Found]:
    """Every result-like number in text, tables, captions and drawings; lists of sources and rows not.

    In a table or figure a number that no link leads from may stand on the card of a row that is shown there:
    the time and name of an outcome, a remark, or the words of a drawing, which have no links.
    """
    cards = {card.get("id"): _plain(card) for card in page.xpath("//*[contains(@class, 'evidence-row')]")}
    for block in page.iter(*_BLOCKS):
        lineage = (block, *block.iterancestors())
        if not any(_ASIDE & set(_classes(one)) for one in lineage):
            item = next((one for one in lineage if "item" in _classes(one)), None)
            beside = _cards_of(item, cards) if item is not None else ""
            for found in _in_block(block):
                yield replace(found, answered=found.answered or found.text in beside)


def _cards_of(item: html.HtmlElement, cards: Mapping[str, str]) -> str:
    links = [link.get("href").removeprefix("#") for link in item.xpath(".//a[contains(@class, 'tied')]")]
    named = [cards[name] for name in links if name in cards]
    return "\n".join(named if not item.xpath(".//*[local-name()='svg']") else cards.values())


def _plain(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _classes(element: html.HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _in_block(block: html.HtmlElement) -> Iterator[Found]:
    pieces = list(_pieces(block, answered=False))
    text = "".join(piece for piece, _ in pieces)
    answered = [flag for piece, flag in pieces for _ in piece]
    prose = Prose(ProseKind.PARAGRAPH, text, tuple(range(len(text))))
    chapter = Chapter(SourceText("page", text), Scan(prose=(prose,)))
    for passage in passages(Review(Settings(), (chapter,))):
        for quantity, numbers in results_in(passage):
            around = " ".join(text[max(quantity.start - 60, 0) : quantity.end + 30].split())
            said = text[quantity.start : quantity.end]
            yield Found(said, around, all(answered[number.start] for number in numbers))


def _pieces(element: html.HtmlElement, *, answered: bool) -> Iterator[tuple[str, bool]]:
    """The text of an element without blocks inside it, piece by piece, and whether it is answered for."""
    answered = answered or bool(_ANSWERED & set(_classes(element)))
    yield element.text or "", answered
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS and child.tag not in {"ul", "ol", "svg"}:
            yield from _pieces(child, answered=answered)
        yield child.tail or "", answered
