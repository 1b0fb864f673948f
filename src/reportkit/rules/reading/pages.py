"""Page numbers in bibliography fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.location import Span

_PAGE = r"(?:[A-Za-z]{0,2}\d+[A-Za-z]?|[ivxlcdm]+)"
_DASH = r"(?:\s*(?:-{1,3}|\\text(?:en|em)dash(?:\{\}|\s)|[‐‑‒–—−])\s*)"
_RANGE = re.compile(
    rf"(?<![\w.:/+–-])(?P<first>{_PAGE})(?P<dash>{_DASH})(?P<last>{_PAGE})(?![\w.:/+]|{_DASH})", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Two pages with a dash between them; spans count from the beginning of the field."""

    first: str
    last: str
    dash: str
    span: Span
    dash_span: Span

    @property
    def is_reversed(self) -> bool:
        """Whether the last page comes before the first, and is not one shortened, as in `1231-8`."""
        if (series(self.first), letter(self.first)) != (series(self.last), letter(self.last)):
            return False
        first, last = number(self.first), number(self.last)
        return len(last) >= len(first) > 0 and int(last) < int(first)


def page_ranges(text: str) -> Iterator[PageRange]:
    """The ranges of a field; numbers with several dashes, such as `4-12--4-20`, are none that can be told."""
    for found in _RANGE.finditer(text):
        span, dash = Span(*found.span()), Span(*found.span("dash"))
        yield PageRange(found["first"], found["last"], found["dash"], span, dash)


def number(page: str) -> str:
    """The digits of a page, nothing for a Roman number."""
    found = _NUMBER.search(page)
    return found[0] if found else ""


def series(page: str) -> str:
    """The letters before the digits, such as the S of a supplement."""
    return page[
        : len(page) - len(page.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
    ].lower()


def letter(page: str) -> str:
    """The letter behind the digits."""
    return page[-1:].lower() if page[-1:].isalpha() else ""
