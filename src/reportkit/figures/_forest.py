"""The geometry of a forest plot: what stands where, in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element

from reportkit.figures._svg import diamond, drawing, line, square, text_of, words

_WIDTH = 482.0  # 170 mm, the full width of the page's text
_PLOT_LEFT, _PLOT_RIGHT = 206.0, 346.0
_COUNTS_RIGHT = 390.0
# Letters of the longest lines; with them no label reaches the counts, see the test with the real font.
_LABEL_LETTERS = 38
_DETAIL_LETTERS = 40
_ANALYSED_LETTERS = 31

_LINE, _GAP, _HEAD, _PANEL_GAP = 10.5, 4.0, 15.5, 5.0
_MARK, _CAP = 5.0, 2.5


@dataclass(frozen=True, slots=True)
class Axis:
    """What the plot is measured by: ticks at their share of the way, and where nothing differs, if anywhere.

    `ends` are the words below, to the left and the right of that place.
    """

    title: str
    ticks: tuple[tuple[float, str], ...]
    no_difference: float | None = None
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the plot: a mark and an interval by their share of the axis, words as they are printed.

    `analysed` says who was counted, below the counts. Without an interval both limits are the mark. A pooled
    entry has a diamond, and a line that says where a further study is expected.
    """

    label: str
    detail: str
    counts: str
    value: str
    share: float
    low: float
    high: float
    analysed: str = ""
    pooled: bool = False
    prediction: tuple[float, float] | None = None

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The words at the left, each line with its kind."""
        label = (("text", part) for part in wrap(self.label, _LABEL_LETTERS))
        return (*label, *(("soft", part) for part in wrap(self.detail, _DETAIL_LETTERS)))

    @property
    def height(self) -> float:
        """The room it takes."""
        return max(len(self.lines), 1 + len(self.below)) * _LINE + _GAP

    @property
    def below(self) -> Sequence[str]:
        """The words below counts and value."""
        return wrap(self.analysed, _ANALYSED_LETTERS)


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
    """The words above the columns."""

    label: str
    counts: str
    value: str


def _x_of(share: float) -> float:
    """Where a share of the axis lies."""
    return _PLOT_LEFT + share * (_PLOT_RIGHT - _PLOT_LEFT)


def plot(
    name: str, title: str, description: str, *, heads: Heads, axis: Axis, panels: Sequence[Panel]
) -> str:
    """The drawing as SVG text."""
    top, bottom = _HEAD + 4, _HEAD + 4 + sum(panel.height for panel in panels)
    svg = drawing(name, title, description, _WIDTH, bottom + (4 if any(axis.ends) else 3) * _LINE)
    _grid(svg, axis, top, bottom)
    _heads(svg, heads)
    for panel in panels:
        _panel(svg, panel, top)
        top += panel.height
    _axis(svg, axis, bottom)
    return text_of(svg)


def _grid(svg: Element, axis: Axis, top: float, bottom: float) -> None:
    for share, _ in axis.ticks:
        line(svg, (_x_of(share), top), (_x_of(share), bottom), kind="grid")
    if axis.no_difference is not None:
        line(svg, (_x_of(axis.no_difference), top), (_x_of(axis.no_difference), bottom), kind="axis")


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
    for index, text in enumerate(entry.below, 1):
        words(svg, _WIDTH, baseline + index * _LINE, text, kind="soft", anchor="end")
    middle = baseline - 3
    if entry.pooled:
        _interval(svg, entry.prediction or (entry.low, entry.high), middle)
        diamond(svg, (_x_of(entry.low), _x_of(entry.share), _x_of(entry.high)), middle, 1.6 * _MARK)
        return
    _interval(svg, (entry.low, entry.high), middle)
    square(svg, _x_of(entry.share), middle, _MARK)


def _interval(svg: Element, limits: tuple[float, float], middle: float) -> None:
    low, high = map(_x_of, limits)
    if low < high:
        line(svg, (low, middle), (high, middle), kind="interval")
        for limit in (low, high):
            line(svg, (limit, middle - _CAP), (limit, middle + _CAP), kind="interval")


def _axis(svg: Element, axis: Axis, bottom: float) -> None:
    line(svg, (_PLOT_LEFT, bottom), (_PLOT_RIGHT, bottom), kind="axis")
    for share, label in axis.ticks:
        line(svg, (_x_of(share), bottom), (_x_of(share), bottom + 3), kind="axis")
        words(svg, _x_of(share), bottom + _LINE + 1, label, anchor="middle")
    words(svg, _x_of(0.5), bottom + 2 * _LINE + 3, axis.title, anchor="middle")
    left, right = axis.ends
    if left or right:
        middle, below = _x_of(axis.no_difference or 0.5), bottom + 3 * _LINE + 3
        words(svg, middle - _GAP, below, left, kind="soft", anchor="end")
        words(svg, middle + _GAP, below, right, kind="soft")
