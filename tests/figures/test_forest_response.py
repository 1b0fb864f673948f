"""The forest plot: where its marks lie, what it says without being seen, and that its words have room."""

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import fontpkg_source_sans_3
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.figures import build_figure, figure_builders
from reportkit.measures.intervals import clopper_pearson
from reportkit.measures.pooling import pool
from reportkit.model.items import Figure
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.project.load import load_review
from tests.tables.miniature import evidence, item

_SVG = "{http://www.w3.org/2000/svg}"
_ROOT = Path(__file__).parents[2]
_ALT_LIMIT = 150


def _figure(rows: str, options: str = "") -> Figure:
    known = evidence("id,study,outcome,events,total\n" + rows)
    declared = item(f"kind: figure\nbuilder: forest_response\nrows: ['*']\n{options}", "emergence")
    return build_figure(declared, Review(Settings(), evidence=known))


def _lines(svg: str, kind: str) -> list[dict[str, float]]:
    lines = ET.fromstring(svg).iter(f"{_SVG}line")  # noqa: S314 - our own drawing
    return [
        {name: float(line.attrib[name]) for name in ("x1", "y1", "x2", "y2")}
        for line in lines
        if line.get("class") == f"plot-{kind}"
    ]


def _axis(svg: str) -> tuple[float, float]:
    grid = [line["x1"] for line in _lines(svg, "grid")]
    return min(grid), max(grid)


@given(events=st.integers(0, 60), missed=st.integers(0, 60), level=st.sampled_from([80, 90, 95, 99]))
@settings(max_examples=40, deadline=None)
def test_intervals_lie_where_the_axis_says(events: int, missed: int, level: int) -> None:
    """The ends of an interval and its square stand at their share of the way from 0 to 100 percent."""
    total = events + missed or 1
    svg = _figure(f"pot.a,pot,emerged,{events},{total}", f"level: {level}").svg
    zero, full = _axis(svg)
    whisker, *_ = _lines(svg, "interval")
    expected = [zero + limit * (full - zero) for limit in clopper_pearson(events, total, level)]
    assert [whisker["x1"], whisker["x2"]] == pytest.approx(expected, abs=0.01)
    (mark,) = ET.fromstring(svg).iter(f"{_SVG}rect")  # noqa: S314
    middle = float(mark.attrib["x"]) + float(mark.attrib["width"]) / 2
    assert middle == pytest.approx(zero + events / total * (full - zero), abs=0.01)


def test_the_axis_runs_from_0_to_100_in_equal_steps() -> None:
    """The labels of the axis stand at their own places."""
    svg = _figure("pot.a,pot,emerged,1,2").svg
    texts = ET.fromstring(svg).iter(f"{_SVG}text")  # noqa: S314
    ticks = {
        int(t.text): float(t.attrib["x"])
        for t in texts
        if t.text and t.get("text-anchor") == "middle" and t.text.isdigit()
    }
    zero, full = _axis(svg)
    assert ticks == pytest.approx({tick: zero + tick / 100 * (full - zero) for tick in range(0, 101, 20)})


@pytest.mark.parametrize(("counts", "value"), [("0,12", "0.0 (0.0–26.5)"), ("54,54", "100.0 (93.4–100.0)")])
def test_none_and_all_have_a_true_interval(counts: str, value: str) -> None:
    """0 of n and n of n are points with an interval to one side, inside the axis."""
    svg = _figure(f"pot.a,pot,emerged,{counts}").svg
    zero, full = _axis(svg)
    assert value in svg
    assert all(zero <= line[end] <= full for line in _lines(svg, "interval") for end in ("x1", "x2"))


def test_a_drawing_says_what_it_shows() -> None:
    """Title and description are named by the drawing, and their ids begin with the item's."""
    figure = _figure("pot.a,pot,emerged,10,24")
    svg = ET.fromstring(figure.svg)  # noqa: S314
    named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert named == {"emergence-title": figure.alt, "emergence-desc": figure.description}
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "emergence-title")
    assert "10/24, 41.7% (22.1–63.4)" in figure.description


def test_a_drawing_is_the_same_each_time() -> None:
    """Nothing but the evidence decides what is drawn."""
    assert _figure("pot.a,pot,emerged,10,24") == _figure("pot.a,pot,emerged,10,24")


_POOL = "pool: {method: logit-hartung-knapp, reason: one seed}"


def test_a_pooled_line_has_a_diamond_between_its_limits() -> None:
    """It is as wide as the pooled interval, and two studies foretell no third."""
    figure = _figure("pot.a,pot,emerged,10,24\nplot.a,plot,emerged,30,61", _POOL)
    (diamond,) = ET.fromstring(figure.svg).iter(f"{_SVG}polygon")  # noqa: S314
    across = sorted(float(point.split(",")[0]) for point in diamond.attrib["points"].split())
    pooled = pool([(10, 24), (30, 61)], "logit-hartung-knapp")
    assert pooled
    zero, full = _axis(figure.svg)
    low, high = (zero + limit * (full - zero) for limit in pooled.interval)
    assert (across[0], across[-1]) == pytest.approx((low, high), abs=0.01)
    assert "prediction needs three studies" in figure.description


def test_what_is_refused_is_drawn_without_pooling() -> None:
    """One study family twice: the plot shows both rows, and no diamond."""
    figure = _figure("pot.a,pot,emerged,10,24\npot.b,pot,emerged,30,61", _POOL)
    assert "polygon" not in figure.svg
    assert "not pooled" in figure.description


def test_words_that_look_like_markup_are_text() -> None:
    """Names with angle brackets and ampersands stay text."""
    svg = _figure("pot.a,a<b & c,emerged,10,24").svg
    assert "a<b & c" in [text.text for text in ET.fromstring(svg).iter(f"{_SVG}text")]  # noqa: S314


def test_a_plot_of_nothing_is_drawn() -> None:
    """Without a row there are heads and an axis, and no failure."""
    assert _lines(_figure("").svg, "interval") == []
    assert _axis(_figure("").svg)[0] < _axis(_figure("").svg)[1]


def _figures_of_this_review() -> list[Figure]:
    review = load_review(_ROOT)
    return [build_figure(one, review) for one in review.items if one.builder in figure_builders()]


@pytest.mark.parametrize("figure", _figures_of_this_review(), ids=lambda figure: figure.item)
def test_no_two_words_overlap_in_the_real_font(figure: Figure) -> None:
    """Every text of a plot ends before its right neighbour begins, measured in the font of the page."""
    assert len(figure.alt) <= _ALT_LIMIT
    spans: dict[float, list[tuple[float, float]]] = {}
    for text in ET.fromstring(figure.svg).iter(f"{_SVG}text"):  # noqa: S314
        spans.setdefault(float(text.attrib["y"]), []).append(_span(text))
    for row in spans.values():
        row.sort()
        assert all(left[1] + 2 < right[0] for left, right in pairwise(row))
        assert row[-1][1] <= 482.01
        assert row[0][0] >= 0


def _span(text: ET.Element) -> tuple[float, float]:
    width, x = _width(text.text or ""), float(text.attrib["x"])
    start = {"end": x - width, "middle": x - width / 2}.get(text.get("text-anchor", ""), x)
    return start, start + width


def _width(text: str) -> float:
    """Width in points; bold words are at most a tenth wider than the regular ones measured here."""
    glyphs, names = _font()["hmtx"], _font().getBestCmap()
    return 1.1 * sum(glyphs[names[ord(char)]][0] for char in text) * 8.5 / _font()["head"].unitsPerEm


def _font() -> TTFont:
    folder = Path(fontpkg_source_sans_3.__file__).parent / "files"
    return TTFont(folder / "SourceSans3[wght].ttf")
