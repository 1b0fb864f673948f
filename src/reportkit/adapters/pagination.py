"""Write page numbers into the contents and the back-references of a page that is being printed.

Numbers are filled in between layouts: WeasyPrint's own `target-counter` was seen to lose footnotes.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from reportkit.model.languages import words_of

_SHORTEST_RANGE = 3


def fill_page_numbers(root: Element, pages: Mapping[str, int]) -> bool:
    """Set `data-page` of each link in the contents and of each back-reference; whether any changed.

    Of several back-references to one page, or to pages in a row, the first shows the number or the range and
    the others nothing.
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
        _sort(span, pages)
        links = [link for link in span.iter("a") if _target(link) in pages]
        first = {pages[_target(link)]: link for link in reversed(links)}
        labels = _labels(sorted(first), word)
        for link in links:
            number = pages[_target(link)]
            yield link, labels.get(number, "") if first[number] is link else ""


def _sort(span: Element, pages: Mapping[str, int]) -> None:
    """Put the links in the order of their pages, which a note or an index may not have; gaps stay between."""
    tails = [link.tail for link in span]
    span[:] = sorted(span, key=lambda link: pages.get(_target(link), 0))
    for link, tail in zip(span, tails, strict=True):
        link.tail = tail


def _labels(numbers: Sequence[int], word: str) -> Mapping[int, str]:
    """What stands at the first page of each run: three pages or more in a row are one range."""
    runs = [_printed(run) for run in _runs(numbers)]
    labels = [label for run in runs for label in run]
    return {
        number: (f"{word} " if index == 0 else "") + text + ("," if index < len(labels) - 1 else "")
        for index, (number, text) in enumerate(labels)
    }


def _printed(run: Sequence[int]) -> list[tuple[int, str]]:
    if len(run) < _SHORTEST_RANGE:
        return [(number, str(number)) for number in run]
    return [(run[0], f"{run[0]}–{run[-1]}")]


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The stretches of numbers that follow each other."""
    for _, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        yield [number for _, number in run]


def _target(link: Element) -> str:
    return link.get("href", "").removeprefix("#")
