"""Write page numbers into the contents and the back-references of a page that is being printed.

Numbers are filled in between layouts: WeasyPrint's own `target-counter` was seen to lose footnotes.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from reportkit.model.languages import words_of


def fill_page_numbers(root: Element, pages: Mapping[str, int]) -> bool:
    """Set `data-page` of each link in the contents and of each back-reference; whether any changed.

    Of several back-references to one page the first shows the number and the others nothing.
    """
    label = words_of(root.get("lang", "")).short_page
    wanted = [*_contents(root, pages), *_back_references(root, pages, label)]
    changed = [(link, text) for link, text in wanted if link.get("data-page") != text]
    for link, text in changed:
        link.set("data-page", text)
    return bool(changed)


def _contents(root: Element, pages: Mapping[str, int]) -> Iterator[tuple[Element, str]]:
    for nav in root.iter("nav"):
        for link in nav.iter("a"):
            yield link, str(pages[_target(link)]) if _target(link) in pages else ""


def _back_references(root: Element, pages: Mapping[str, int], word: str) -> Iterator[tuple[Element, str]]:
    for span in root.iter("span"):
        if "cited" not in span.get("class", "").split():
            continue
        links = [link for link in span.iter("a") if _target(link) in pages]
        first = {pages[_target(link)]: link for link in reversed(links)}
        for link in links:
            number = pages[_target(link)]
            label = f"{word} " if number == min(first) else ""
            comma = "," if number != max(first) else ""
            yield link, f"{label}{number}{comma}" if first[number] is link else ""


def _target(link: Element) -> str:
    return link.get("href", "").removeprefix("#")
