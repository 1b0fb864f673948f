"""The forest plot of ratios: its axis is logarithmic."""

from math import log
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.figures import build_figure
from reportkit.model.items import Figure
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from tests.tables.miniature import evidence, item

_SVG = "{http://www.w3.org/2000/svg}"


def _figure(*rows: str) -> Figure:
    header = "id,study,outcome,measure,estimate,unit,ci_low,ci_high,ci_level\n"
    known = evidence(header + "".join(f"{row}\n" for row in rows))
    declared = item("kind: figure\nbuilder: forest_ratio\nrows: ['*']\n", "wilting")
    return build_figure(declared, Review(Settings(), evidence=known))


def _ticks(svg: str) -> dict[float, float]:
    """The label of each tick and where it stands."""
    texts = ET.fromstring(svg).iter(f"{_SVG}text")  # noqa: S314 - our own drawing
    middle = [text for text in texts if text.get("text-anchor") == "middle"]
    return {float(text.text or ""): float(text.attrib["x"]) for text in middle[:-1]}


def _mark(svg: str) -> float:
    (mark,) = ET.fromstring(svg).iter(f"{_SVG}rect")  # noqa: S314 - our own drawing
    return float(mark.attrib["x"]) + float(mark.attrib["width"]) / 2


@given(hundredths=st.integers(1, 9900))
@settings(max_examples=40)
def test_equal_ratios_are_equal_ways(hundredths: int) -> None:
    """Every ratio stands where its logarithm lies between those of the ends, and 1 is always on the axis."""
    ratio = hundredths / 100
    svg = _figure(f"pot.a,pot,wilted,hazard_ratio,{ratio},ratio,,,").svg
    ticks = _ticks(svg)
    (low, left), *_, (high, right) = sorted(ticks.items())
    assert low < ratio < high
    assert 1.0 in ticks
    expected = left + (log(ratio) - log(low)) / (log(high) - log(low)) * (right - left)
    assert _mark(svg) == pytest.approx(expected, abs=0.02)


def test_zero_is_no_ratio() -> None:
    """A limit of zero has no place on a logarithmic axis: the row is left out and named."""
    figure = _figure("pot.a,pot,wilted,hazard_ratio,0.5,ratio,0,1.2,95")
    assert figure.notes == ("Left out because no ratio is printed: `pot.a`.",)
