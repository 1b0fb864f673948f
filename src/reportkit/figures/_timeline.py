"""The geometry of a timeline: a line for each study or agency, a mark for each thing that happened."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from textwrap import wrap
from xml.etree.ElementTree import Element

from reportkit.figures._svg import Shape, drawing, line, mark, text_of, words
from reportkit.measures.periods import Period

_WIDTH = 482.0  # 170 mm, the full width of the page's text
_PLOT_LEFT, _PLOT_RIGHT, _WORDS_LEFT = 158.0, 318.0, 332.0
_LABEL_LETTERS, _WORDS_LETTERS = 34, 36
_LINE, _GAP, _HEAD, _PANEL_GAP, _MARK, _CAP = 10.0, 3.5, 14.0, 3.0, 5.5, 2.5
_LETTER = 4.4  # the usual width of one, with some to spare
_YEARS_BETWEEN_TICKS = (
    (1, 8),
    (2, 16),
    (5, 40),
    (10, 1000),
)  # a tick each so many years, up to so many years


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `period` is None where no date is known."""

    said: str
    shape: Shape
    filled: bool
    period: Period | None


@dataclass(frozen=True, slots=True)
class Track:
    """What happened to one study, or at one agency."""

    label: str
    events: tuple[Event, ...]

    @property
    def lines(self) -> tuple[Sequence[str], Sequence[str]]:
        """The words at the left and at the right of the plot, as they are broken."""
        return wrap(self.label, _LABEL_LETTERS), wrap(
            "; ".join(event.said for event in self.events), _WORDS_LETTERS
        )

    @property
    def height(self) -> float:
        """The room it takes."""
        return max(map(len, self.lines)) * _LINE + _GAP


@dataclass(frozen=True, slots=True)
class Panel:
    """Tracks under one heading."""

    title: str
    tracks: tuple[Track, ...]

    @property
    def height(self) -> float:
        """The room it takes."""
        return (_HEAD if self.title else 0) + sum(track.height for track in self.tracks) + _PANEL_GAP


Legend = Sequence[tuple[Shape, bool, str]]


def timeline(name: str, title: str, description: str, panels: Sequence[Panel], legend: Legend) -> str:
    """The drawing as SVG text."""
    top, bottom = _HEAD + 4, _HEAD + 4 + sum(panel.height for panel in panels)
    svg = drawing(name, title, description, _WIDTH, bottom + 3 * _LINE + 6)
    years = _years(panels)
    words(svg, 0, _LINE, "Study or agency", kind="strong")
    words(svg, _WORDS_LEFT, _LINE, "What, and when", kind="strong")
    line(svg, (0, _HEAD), (_WIDTH, _HEAD), kind="axis")
    for year in _ticks(years):
        x = _x_of(year, years)
        line(svg, (x, top), (x, bottom), kind="grid")
        line(svg, (x, bottom), (x, bottom + 3), kind="axis")
        words(svg, x, bottom + _LINE + 1, str(year), anchor="middle")
    line(svg, (_PLOT_LEFT, bottom), (_PLOT_RIGHT, bottom), kind="axis")
    for panel in panels:
        _panel(svg, panel, top, years)
        top += panel.height
    _legend(svg, legend, bottom + 2 * _LINE + 8)
    return text_of(svg)


def _years(panels: Sequence[Panel]) -> tuple[int, int]:
    """The full years between which everything lies."""
    known = [e.period for panel in panels for track in panel.tracks for e in track.events if e.period]
    if not known:
        return 2000, 2001
    return floor(min(p.start for p in known)), ceil(max(p.end for p in known))


def _ticks(years: tuple[int, int]) -> range:
    first, last = years
    step = next((step for step, most in _YEARS_BETWEEN_TICKS if last - first <= most), last - first)
    return range(ceil(first / step) * step, last + 1, step)


def _x_of(year: float, years: tuple[int, int]) -> float:
    first, last = years
    return _PLOT_LEFT + (year - first) / (last - first) * (_PLOT_RIGHT - _PLOT_LEFT)


def _panel(svg: Element, panel: Panel, top: float, years: tuple[int, int]) -> None:
    if panel.title:
        words(svg, 0, top + _LINE, panel.title, kind="strong")
        top += _HEAD
    for track in panel.tracks:
        _track(svg, track, top + _LINE, years)
        top += track.height


def _track(svg: Element, track: Track, baseline: float, years: tuple[int, int]) -> None:
    for texts, left, kind in zip(track.lines, (0.0, _WORDS_LEFT), ("text", "soft"), strict=True):
        for index, text in enumerate(texts):
            words(svg, left, baseline + index * _LINE, text, kind=kind)
    middle = baseline - 3
    for when in dict.fromkeys(e.period for e in track.events if e.period and e.period.precision != "day"):
        _span(svg, _x_of(when.start, years), _x_of(when.end, years), middle)
    for event, place in _placed(track.events):
        mark(svg, _x_of(place, years), middle, _MARK, event.shape, filled=event.filled)


def _span(svg: Element, start: float, end: float, middle: float) -> None:
    """The time within which something happened."""
    line(svg, (start, middle), (end, middle), kind="interval")
    for limit in (start, end):
        line(svg, (limit, middle - _CAP), (limit, middle + _CAP), kind="interval")


def _placed(events: Sequence[Event]) -> Iterator[tuple[Event, float]]:
    """Each event with its place in time; those of one period share it, so that no mark hides another."""
    together: dict[Period, list[Event]] = defaultdict(list)
    for event in events:
        if event.period:
            together[event.period].append(event)
    for when, those in together.items():
        for index, event in enumerate(those):
            yield event, when.start + (when.end - when.start) * (index + 0.5) / len(those)


def _legend(svg: Element, legend: Legend, baseline: float) -> None:
    """What each mark means, in one line."""
    left = 0.0
    for shape, filled, said in legend:
        mark(svg, left + _MARK, baseline - 3, _MARK, shape, filled=filled)
        words(svg, left + 2.2 * _MARK, baseline, said)
        left += 4 * _MARK + len(said) * _LETTER
