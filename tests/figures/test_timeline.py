"""What a timeline looks like."""

from xml.etree.ElementTree import Element, fromstring

from reportkit.figures import build_figure
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from tests.tables.miniature import Case, cases, item

SVG = "{http://www.w3.org/2000/svg}"


def _drawn() -> Element:
    case = Case(next(path for path in cases("figures") if path.stem == "timeline"))
    return fromstring(build_figure(case.item, case.review).svg)  # noqa: S314 - our own drawing


def _x_of(element: Element) -> float:
    if element.get("cx"):
        return float(element.attrib["cx"])
    across = [float(point.split(",")[0]) for point in element.attrib["points"].split()]
    return (min(across) + max(across)) / 2


def test_marks_stand_in_the_order_of_time() -> None:
    """Interim 2017, primary 2019, approval January 2020, update February 2020, opinion 2021."""
    drawn = _drawn()
    by_time = sorted((e for e in drawn.iter() if e.get("class") == "plot-mark"), key=_x_of)
    assert len(by_time) == 5 + 5  # with the legend


def test_a_year_is_drawn_as_a_year() -> None:
    """The span of the year 2019 is as wide as a year of the axis, that of November 2017 a twelfth of it."""
    spans = [e for e in _drawn().iter(f"{SVG}line") if e.get("class") == "plot-interval"]
    across = sorted(float(e.attrib["x2"]) - float(e.attrib["x1"]) for e in spans)[-2:]
    ticks = sorted(
        {float(e.attrib["x1"]) for e in _drawn().iter(f"{SVG}line") if e.get("class") == "plot-grid"}
    )
    month, year = across
    assert abs(year - (ticks[1] - ticks[0])) < 0.05
    assert abs(month - year * 30 / 365) < 0.05


def test_no_mark_hides_another() -> None:
    """Two reports of one year share its span."""
    drawn = _drawn()
    places = [_x_of(e) for e in drawn.iter() if e.get("class") == "plot-mark"]
    assert len(set(places)) == len(places)


def test_nothing_to_show_is_an_empty_timeline() -> None:
    """Without studies, and without the item that it names, it is drawn and says nothing."""
    declared = item("{kind: figure, builder: timeline, caption: c, approvals: gone}")
    figure = build_figure(declared, Review(Settings()))
    assert figure.data.rows == ()
    assert figure.description == ""
    fromstring(figure.svg)  # noqa: S314
