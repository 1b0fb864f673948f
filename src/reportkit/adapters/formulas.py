"""Formulas of a page drawn before it is printed.

WeasyPrint knows no MathML and prints a fraction as its numbers in a row, without a word: none may reach it.
"""

import re
from base64 import b64encode
from xml.etree.ElementTree import Element, SubElement, tostring

from reportkit.adapters.tools import complaints, needed
from reportkit.assemble.spoken import name_of, spoken, unspeakable
from reportkit.errors import BuildError

_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_SIZE = 24  # in which formulas are drawn; how large they are printed depends on the text around them
_INK = "#1b232c"
_WIDTH = re.compile(r'\bwidth="([\d.]+)"')
_INVISIBLE = re.compile(r"[\s\u00a0\u200b\u2061-\u2064]")
_HINT = "Write it in simpler signs, or as text."


def draw_formulas(root: Element) -> None:
    """Put a drawing that says its formula in words in place of each formula of a page."""
    speech = "" if root.get("lang", "en").startswith("en") else "en"
    for parent in list(root.iter()):
        for index, child in enumerate(parent):
            if child.tag == _MATH:
                parent[index] = _drawn(child, speech)


def _drawn(formula: Element, language: str) -> Element:
    content = _content(formula)
    words = spoken(content)
    if unspeakable(content):
        raise BuildError(f"this formula cannot be drawn: {words}", _HINT)
    svg, depth = _svg(content, words)
    width = _WIDTH.search(svg)
    assert width is not None  # noqa: S101 - every drawing of the library says it
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    across, below = float(width[1]) / _SIZE, depth / _SIZE
    style = f"width:{across:.3f}em;height:auto;vertical-align:{below:.3f}em"
    image = Element("img", {"src": source, "alt": words, "style": style})
    if language:
        image.set("lang", language)
    image.tail = formula.tail
    return image


def _content(formula: Element) -> Element:
    """The formula without its namespace and without the source that is kept beside it."""
    copy = Element("math", _attributes(formula))
    parts = list(formula)
    if len(parts) == 1 and name_of(parts[0]) == "semantics":
        parts = list(parts[0])[:1]
    for part in parts:
        _copy(part, copy)
    return copy


def _copy(element: Element, parent: Element) -> None:
    copy = SubElement(parent, name_of(element), _attributes(element))
    copy.text = element.text
    for child in element:
        _copy(child, copy)


def _attributes(element: Element) -> dict[str, str]:
    """Those of MathML itself: a parser of HTML makes attributes of declarations, too."""
    return {name: value for name, value in element.items() if name.isalpha() and name != "xmlns"}


def _svg(content: Element, words: str) -> tuple[str, float]:
    """The drawing of a formula, all of whose characters are in it, and how far it goes below the line."""
    with needed("ziamath"):
        from ziamath.config import config  # noqa: PLC0415 - heavy
        from ziamath.zmath import Math  # noqa: PLC0415 - heavy

    config.svg2 = False  # an outline for each sign, without names that two drawings would share
    with complaints("root") as found:
        drawing = Math(tostring(content, encoding="unicode"), size=_SIZE)
        svg: str = drawing.svg()
    characters = _INVISIBLE.sub("", "".join(content.itertext()))
    absent = [sign for sign in characters if not drawing.font.glyphindex(sign)]
    if found or absent or svg.count("<path") < len(characters):
        why = f": no font has {', '.join(absent)}" if absent else ""
        raise BuildError(f"this formula cannot be drawn{why}: {words}", _HINT)
    return svg.replace("<svg ", f'<svg fill="{_INK}" ', 1), drawing.getyofst()
