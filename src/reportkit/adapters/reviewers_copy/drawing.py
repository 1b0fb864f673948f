"""Draw on each page what a reviewer works with."""

import re
from collections.abc import Collection, Iterable
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element

from reportkit.adapters.reviewers_copy.changes import changed_passages
from reportkit.adapters.reviewers_copy.lines import Line, lines_of, stretches_of
from reportkit.adapters.reviewers_copy.outlines import Letters

_EVERY = 5
_SOFT, _ALARM, _PALE = (0.27, 0.32, 0.37), (0.56, 0.11, 0.08), (0.97, 0.93, 0.93)
_LEFT_EDGE, _BAR, _RIGHT_EDGE = 44, 50, 50
"""Where line numbers end and bars stand, from the left; where names begin, from the right: in points."""
_PARAGRAPH = re.compile(r"p(-[a-z0-9]+){2,3}")


def reviewers_margins(page: str, root: Element, earlier: Element | None) -> "ReviewersMargins":
    """What a reviewers' copy has in its margins; a draft says across each page that it is one."""
    mark = next((e for e in root.iter("p") if "draft-mark" in e.get("class", "").split()), None)
    word = "" if mark is None else "".join(mark.itertext()).strip().upper()
    changed = frozenset[Element]() if earlier is None else changed_passages(root, earlier)
    return ReviewersMargins(Letters(page), word, changed)


class ReviewersMargins:
    """Draws page after page: numbers go on, and a name stands where its paragraph begins."""

    def __init__(self, letters: Letters, mark: str, changed: Collection[Element]) -> None:
        self._letters, self._mark, self._changed = letters, mark, changed
        self._numbers = count(1)
        self._named: set[Element] = set()

    def below(self, stream: Any, page: Any) -> None:
        """The word across the page, pale and under all text."""
        if not self._mark:
            return
        width, height = page.width * 0.75, page.height * 0.75
        size = 0.8 * min(width, height) / self._letters.width(self._mark, 1)
        with stream.artifact(), stream.stacked():
            stream.set_color_rgb(*_PALE)
            stream.transform(a=0.766, b=-0.643, c=0.643, d=0.766, e=width / 2, f=height / 2)
            self._letters.draw(stream, self._mark, (-0.4 * min(width, height), size / 3), size)

    def above(self, stream: Any, page: Any) -> None:
        """Numbers, names and bars in the margins."""
        with stream.artifact(), stream.stacked():
            stream.set_color_rgb(*_SOFT)
            self._write_beside(stream, lines_of(page.boxes), page.width * 0.75 - _RIGHT_EDGE)
            stream.set_color_rgb(*_ALARM)
            for stretch in stretches_of(page.boxes):
                if stretch.element in self._changed:
                    stream.rectangle(_BAR, stretch.top, 1.2, stretch.bottom - stretch.top)
                    stream.fill()

    def _write_beside(self, stream: Any, lines: Iterable[Line], right: float) -> None:
        for line in lines:
            if (number := next(self._numbers)) % _EVERY == 0:
                start = _LEFT_EDGE - self._letters.width(str(number), 6.5)
                self._letters.draw(stream, str(number), (start, line.base), 6.5)
            for element in line.elements:
                name = element.get("id", "")
                if element not in self._named and _PARAGRAPH.fullmatch(name):
                    self._named.add(element)
                    self._letters.draw(stream, name, (right, line.base), 5.5)
