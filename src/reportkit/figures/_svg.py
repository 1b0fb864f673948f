"""SVG elements as the figures use them: sizes in points, text as text.

Colours stand in attributes, which any rule of a page's style sheet overrides by class; the printer reads
attributes only. Nothing depends on colour alone.
"""

from enum import StrEnum
from xml.etree.ElementTree import Element, SubElement, tostring

_INK = "currentColor"
_SOFT = "#44515e"
_ACCENT = "#0b4f6c"
_HAIRLINE = "#c9d1d9"
_PAPER = "#ffffff"
_FONT = "Source Sans 3, sans-serif"
_TEXT_SIZE = 8.5
_POINTS_PER_MM = 72 / 25.4


def drawing(name: str, title: str, description: str, width: float, height: float) -> Element:
    """An empty drawing that tells screen readers what it shows; ids begin with the item's name."""
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "plot",
            "role": "img",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": f"{number(width / _POINTS_PER_MM)}mm",
            "height": f"{number(height / _POINTS_PER_MM)}mm",
            "font-family": _FONT,
            "font-size": number(_TEXT_SIZE),
        },
    )
    SubElement(svg, "title", {"id": f"{name}-title"}).text = title
    SubElement(svg, "desc", {"id": f"{name}-desc"}).text = description
    return svg


def words(
    parent: Element, x: float, y: float, text: str, *, kind: str = "text", anchor: str = "start"
) -> None:
    """Text at a baseline; `kind` is `text`, `soft` or `strong`."""
    attributes = {"class": f"plot-{kind}", "x": number(x), "y": number(y)}
    attributes["fill"] = _SOFT if kind == "soft" else _INK
    if kind == "strong":
        attributes["font-weight"] = "600"
    if anchor != "start":
        attributes["text-anchor"] = anchor
    SubElement(parent, "text", attributes).text = text


def line(parent: Element, start: tuple[float, float], end: tuple[float, float], *, kind: str) -> None:
    """A straight line; `kind` is `interval`, `axis` or `grid`."""
    stroke, width = {"interval": (_INK, 1.0), "axis": (_INK, 0.75), "grid": (_HAIRLINE, 0.5)}[kind]
    places = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
    attributes = {"class": f"plot-{kind}", **{name: number(place) for name, place in places.items()}}
    SubElement(parent, "line", {**attributes, "stroke": stroke, "stroke-width": number(width)})


def diamond(parent: Element, across: tuple[float, float, float], y: float, height: float) -> None:
    """A filled diamond from the first place to the last, highest at the one between."""
    left, middle, right = across
    corners = ((left, y), (middle, y - height / 2), (right, y), (middle, y + height / 2))
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    SubElement(parent, "polygon", {"class": "plot-pooled", "points": points, "fill": _ACCENT})


class Shape(StrEnum):
    """What a mark looks like, so that it is told apart without colour."""

    SQUARE = "square"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    TRIANGLE = "triangle"


_CORNERS = {
    Shape.SQUARE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    Shape.DIAMOND: ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
    Shape.TRIANGLE: ((0, -1.25), (1.25, 1), (-1.25, 1)),
}


def mark(parent: Element, x: float, y: float, side: float, shape: Shape, *, filled: bool) -> None:
    """A small shape around a point, filled or open."""
    look = {
        "class": "plot-mark",
        "fill": _ACCENT if filled else _PAPER,
        "stroke": _ACCENT,
        "stroke-width": "1",
    }
    if shape is Shape.CIRCLE:
        places = {"cx": number(x), "cy": number(y), "r": number(side / 2)}
        SubElement(parent, "circle", {**look, **places})
        return
    corners = ((x + dx * side / 2, y + dy * side / 2) for dx, dy in _CORNERS[shape])
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    SubElement(parent, "polygon", {**look, "points": points})


def square(parent: Element, x: float, y: float, side: float) -> None:
    """A filled square around a point."""
    places = {"x": x - side / 2, "y": y - side / 2, "width": side, "height": side}
    attributes = {"class": "plot-mark", **{name: number(place) for name, place in places.items()}}
    SubElement(parent, "rect", {**attributes, "fill": _ACCENT})


def box(parent: Element, x: float, y: float, width: float, height: float) -> None:
    """An empty frame."""
    places = {"x": x, "y": y, "width": width, "height": height}
    attributes = {"class": "plot-box", **{name: number(place) for name, place in places.items()}}
    SubElement(parent, "rect", {**attributes, "fill": "none", "stroke": _INK, "stroke-width": "0.75"})


def arrow(parent: Element, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A straight line, level or downright, with a head at its end."""
    line(parent, start, end, kind="axis")
    (x, y), level = end, start[1] == end[1]
    back, half = 4.0, 2.2
    corners = (
        [(x - back, y - half), (x - back, y + half)]
        if level
        else [(x - half, y - back), (x + half, y - back)]
    )
    points = " ".join(f"{number(a)},{number(b)}" for a, b in [end, *corners])
    SubElement(parent, "polygon", {"class": "plot-head", "points": points, "fill": _INK})


def number(value: float) -> str:
    """At most two decimals, and no more zeros than needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text_of(svg: Element) -> str:
    """The drawing as SVG text."""
    return tostring(svg, encoding="unicode")
