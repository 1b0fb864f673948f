"""The geometry of a forest plot of proportions: what stands where, in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element

from reportkit.figures._svg import drawing, line, square, text_of, words

_WIDTH = 482.0  # 170 mm, the full width of the page's text
_PLOT_LEFT, _PLOT_RIGHT = 232.0, 394.0
_COUNTS_RIGHT = 220.0
# Letters of the longest lines; with them no label reaches the counts, see the test with the real font.
_LABEL_LETTERS = 40
_DETAIL_LETTERS = 44

_LINE, _GAP, _HEAD, _PANEL_GAP = 11.0, 4.0, 16.0, 6.0
_MARK, _CAP = 5.0, 2.5
_TICKS = range(0, 101, 20)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the plot: proportions from 0 to 1, words as they are printed."""

    label: str
    detail: str
    counts: str
    value: str
    share: float
    low: float
    high: float

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The words at the left, each line with its kind."""
        label = (("text", part) for part in wrap(self.label, _LABEL_LETTERS))
        return (*label, *(("soft", part) for part in wrap(self.detail, _DETAIL_LETTERS)))

    @property
    def height(self) -> float:
        """The room it takes."""
        return len(self.lines) * _LINE + _GAP


@dataclass(frozen=True, slots=True)
class Panel:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def height(self) -> float:
        """The room it takes."""
        head = _HEAD if self.title else 0
        return head + sum(entry.height for entry in self.entries) + _PANEL_GAP


@dataclass(frozen=True, slots=True)
class Heads:
    """The words above the columns and below the axis."""

    label: str
    counts: str
    value: str
    axis: str


def _x_of(share: float) -> float:
    """Where a proportion from 0 to 1 lies on the axis."""
    return _PLOT_LEFT + share * (_PLOT_RIGHT - _PLOT_LEFT)


def plot(name: str, title: str, description: str, heads: Heads, panels: Sequence[Panel]) -> str:
    """The drawing as SVG text."""
    top, bottom = _HEAD + 4, _HEAD + 4 + sum(panel.height for panel in panels)
    svg = drawing(name, title, description, _WIDTH, bottom + 3 * _LINE)
    _grid(svg, top, bottom)
    _heads(svg, heads)
    for panel in panels:
        _panel(svg, panel, top)
        top += panel.height
    _axis(svg, bottom, heads.axis)
    return text_of(svg)


def _grid(svg: Element, top: float, bottom: float) -> None:
    for tick in _TICKS:
        line(svg, (_x_of(tick / 100), top), (_x_of(tick / 100), bottom), kind="grid")


def _heads(svg: Element, heads: Heads) -> None:
    words(svg, 0, _LINE, heads.label, kind="strong")
    words(svg, _COUNTS_RIGHT, _LINE, heads.counts, kind="strong", anchor="end")
    words(svg, _WIDTH, _LINE, heads.value, kind="strong", anchor="end")
    line(svg, (0, _HEAD), (_WIDTH, _HEAD), kind="axis")


def _panel(svg: Element, panel: Panel, top: float) -> None:
    if panel.title:
        words(svg, 0, top + _LINE, panel.title, kind="strong")
        top += _HEAD
    for entry in panel.entries:
        _entry(svg, entry, top + _LINE)
        top += entry.height


def _entry(svg: Element, entry: Entry, baseline: float) -> None:
    for index, (kind, text) in enumerate(entry.lines):
        words(svg, 0, baseline + index * _LINE, text, kind=kind)
    words(svg, _COUNTS_RIGHT, baseline, entry.counts, anchor="end")
    words(svg, _WIDTH, baseline, entry.value, anchor="end")
    middle = baseline - 3
    line(svg, (_x_of(entry.low), middle), (_x_of(entry.high), middle), kind="interval")
    for limit in (entry.low, entry.high):
        line(svg, (_x_of(limit), middle - _CAP), (_x_of(limit), middle + _CAP), kind="interval")
    square(svg, _x_of(entry.share), middle, _MARK)


def _axis(svg: Element, bottom: float, title: str) -> None:
    line(svg, (_PLOT_LEFT, bottom), (_PLOT_RIGHT, bottom), kind="axis")
    for tick in _TICKS:
        line(svg, (_x_of(tick / 100), bottom), (_x_of(tick / 100), bottom + 3), kind="axis")
        words(svg, _x_of(tick / 100), bottom + _LINE + 1, str(tick), anchor="middle")
    words(svg, _x_of(0.5), bottom + 2 * _LINE + 3, title, anchor="middle")
