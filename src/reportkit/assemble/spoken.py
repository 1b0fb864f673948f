"""Formulas in words, for those who hear a document."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

_SIGNS = {
    "+": "plus",
    "−": "minus",
    "-": "minus",
    "±": "plus or minus",
    "×": "times",
    "⋅": "times",
    "·": "times",
    "/": "divided by",
    "=": "equals",
    "≠": "is not equal to",
    "≈": "is about",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "∑": "the sum",
    "∏": "the product",
    "∫": "the integral",
    "∞": "infinity",
    "(": "open bracket",
    ")": "close bracket",
    "[": "open square bracket",
    "]": "close square bracket",
    "{": "open brace",
    "}": "close brace",
    "|": "bar",
    "!": "factorial",
    "%": "percent",
    "\u2061": "",
    "\u2062": "",
    "\u0302": "hat",
    "^": "hat",
    "\u0304": "bar",
    "‾": "bar",
    "¯": "bar",
    "˜": "tilde",
    "\u0303": "tilde",
    "\u0307": "dot",
    "˙": "dot",
    "′": "prime",
    "→": "to",
}
_PAUSES = re.compile(r"(?:\s*,)+")
_POWERS = {"2": "squared", "3": "cubed", "prime": "prime"}
_CONTAINERS = frozenset({"math", "mpadded", "mrow", "mstyle", "mtd", "mtr"})


def spoken(element: Element) -> str:
    """What a formula says, read aloud; `element` is its MathML."""
    return _PAUSES.sub(",", " ".join(_spoken(element).split())).strip(", ")


def unspeakable(element: Element) -> tuple[str, ...]:
    """The names of elements that have no words here: what they mean would go unsaid."""
    names = {name_of(part) for part in element.iter()}
    return tuple(sorted(names - _CONTAINERS - _SPOKEN.keys()))


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _spoken(element: Element) -> str:
    speak = _SPOKEN.get(name_of(element))
    return speak(element) if speak else _all(element)


def _all(element: Element) -> str:
    return " ".join(map(_spoken, element))


def _token(element: Element) -> str:
    text = (element.text or "").strip()
    return _SIGNS[text] if text in _SIGNS else " ".join(map(_letter, text.split()))


def _letter(text: str) -> str:
    """A word or number as it is; of letters the capital is told from the small one, a sign has its name."""
    if len(text) != 1 or text.isdecimal():
        return text
    if text.isascii() and text.isalpha():
        return f"capital {text}" if text.isupper() else text
    name = unicodedata.name(text, text).lower()
    return name.replace("greek small letter ", "").replace("greek capital letter ", "capital ")


def _fraction(element: Element) -> str:
    above, below = map(_spoken, element)
    if element.get("linethickness") in {"0", "0pt", "0px"}:
        return f"{above} above {below}"
    simple = not any(map(_is_compound, element))
    return f"{above} over {below}" if simple else f"the fraction {above} over {below}, end of fraction,"


def _is_compound(element: Element) -> bool:
    return len(element) > 0


def _power(element: Element) -> str:
    base, exponent = map(_spoken, element)
    return f"{base} {_to_the(exponent, element[1])}"


def _to_the(exponent: str, element: Element) -> str:
    if exponent in _POWERS:
        return _POWERS[exponent]
    return f"to the power of {exponent}" + (", end of power," if _is_compound(element) else "")


def _index(element: Element) -> str:
    base, index = map(_spoken, element)
    return f"{base} sub {index}"


def _index_and_power(element: Element) -> str:
    base, low, high = map(_spoken, element)
    if name_of(element[0]) == "mo":
        return f"{base} from {low} to {high} of"
    return f"{base} sub {low} {_to_the(high, element[2])}"


def _under(element: Element) -> str:
    base, low = map(_spoken, element)
    return f"{base} over {low} of" if name_of(element[0]) == "mo" else f"{base} with {low} below"


def _over(element: Element) -> str:
    base, high = map(_spoken, element)
    return f"{base} {high}"


def _root(element: Element) -> str:
    return f"the square root of {_all(element)}, end of root,"


def _root_of_degree(element: Element) -> str:
    base, degree = map(_spoken, element)
    return f"the root of degree {degree} of {base}, end of root,"


def _table(element: Element) -> str:
    rows = ("; ".join(map(_all, row)) for row in element)
    return ", ".join(f"row {number}: {row}" for number, row in enumerate(rows, 1)) + ", end of rows,"


_SPOKEN: Mapping[str, Callable[[Element], str]] = {
    "annotation": lambda _: "",
    "mfrac": _fraction,
    "mi": _token,
    "mn": _token,
    "mo": _token,
    "mover": _over,
    "mroot": _root_of_degree,
    "mspace": lambda _: "",
    "msqrt": _root,
    "msub": _index,
    "msubsup": _index_and_power,
    "msup": _power,
    "mtable": _table,
    "mtext": lambda element: element.text or "",
    "munder": _under,
    "munderover": _index_and_power,
}
