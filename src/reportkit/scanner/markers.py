"""How lines begin that open lists, fences, quotes and rules."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_CONTENT = r"(?:[ ]|(?=\n))(?:[ ]{1,3}(?![ ]))?"
_BULLET = re.compile(rf"[ ]{{0,3}}[*+-]{_CONTENT}")
_DEFINITION = re.compile(rf"[ ]{{0,3}}[:~]{_CONTENT}")
_ORDERED = re.compile(
    r"[ ]{0,3}(?P<open>\()?(?P<label>[0-9]+|@(?:[^\W_]|[_-](?=[^\W_]))*|\#|[A-Za-z]+)(?P<close>[.)])"
)
_CONTENT_AFTER = re.compile(_CONTENT)
_PAGE_NUMBER = re.compile(r"[ ]{0,3}p\.[ ][0-9]")
_ROMAN = re.compile(r"(?=[ivxlcdm])m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*")
_RULE = re.compile(r"[ ]*([*_-])(?:[ ]*\1){2,}[ ]*\n")
_BLANK = re.compile(r"[ ]*\n")
DIV_END = re.compile(r":::+[ ]*\n")
QUOTE_START = re.compile(r"[ ]{0,3}>[ ]?")


class NumberStyle(Enum):
    """How the items of an ordered list are counted."""

    DEFAULT = auto()
    DECIMAL = auto()
    EXAMPLE = auto()
    LOWER_ROMAN = auto()
    UPPER_ROMAN = auto()
    LOWER_ALPHA = auto()
    UPPER_ALPHA = auto()


@dataclass(frozen=True, slots=True)
class Marker:
    """An item's marker: `end` is where its content starts, `label` where its number or label stands."""

    end: int
    style: NumberStyle | None = None
    delimiter: str = ""
    label: tuple[int, int] = (0, 0)


def is_blank(text: str, at: int, end: int) -> bool:
    """Whether nothing but spaces stands before the line's end."""
    return _BLANK.match(text, at, end) is not None


def rule_at(text: str, at: int, end: int) -> int | None:
    """Behind a line of three or more `*`, `-` or `_`."""
    found = _RULE.match(text, at, end)
    return found.end() if found else None


def bullet_at(text: str, at: int, end: int) -> Marker | None:
    """The marker of a bullet item."""
    found = _BULLET.match(text, at, end)
    return Marker(found.end()) if found and rule_at(text, at, end) is None else None


def definition_at(text: str, at: int, end: int) -> Marker | None:
    """The marker of a definition."""
    found = _DEFINITION.match(text, at, end)
    return Marker(found.end()) if found else None


def number_at(text: str, at: int, end: int, like: Marker | None = None) -> Marker | None:
    """The marker of a numbered item, of the same kind as an earlier one if given."""
    found = _ORDERED.match(text, at, end)
    if found is None or _PAGE_NUMBER.match(text, at, end):
        return None
    delimiter = (found["open"] or "") + found["close"]
    if delimiter == "(.":
        return None
    style = _style(found["label"]) if like is None else _style_like(found["label"], delimiter, like)
    content = _CONTENT_AFTER.match(text, found.end(), end)
    if style is None or content is None or _is_initial(text, found, style, end):
        return None
    return Marker(content.end(), style, delimiter, found.span("label"))


def item_at(text: str, at: int, end: int) -> bool:
    """Whether an item of any list starts at a place."""
    return bool(bullet_at(text, at, end) or number_at(text, at, end) or definition_at(text, at, end))


def _style(label: str) -> NumberStyle | None:
    if label[0] in "0123456789":
        return NumberStyle.DECIMAL
    if label[0] in "@#":
        return NumberStyle.EXAMPLE if label[0] == "@" else NumberStyle.DEFAULT
    lower = label.islower()
    if len(label) == 1 and label not in "iI":
        return NumberStyle.LOWER_ALPHA if lower else NumberStyle.UPPER_ALPHA
    if _ROMAN.fullmatch(label if lower else label.lower()) and (lower or label.isupper()):
        return NumberStyle.LOWER_ROMAN if lower else NumberStyle.UPPER_ROMAN
    return None


def _style_like(label: str, delimiter: str, like: Marker) -> NumberStyle | None:
    if delimiter != like.delimiter:
        return None
    if label == "#" or _fits(label, like.style):
        return like.style
    return None


def _fits(label: str, style: NumberStyle | None) -> bool:
    match style:
        case NumberStyle.EXAMPLE:
            return label[0] == "@"
        case NumberStyle.LOWER_ALPHA | NumberStyle.UPPER_ALPHA:
            return (
                len(label) == 1 and label.isalpha() and label.islower() == (style is NumberStyle.LOWER_ALPHA)
            )
        case NumberStyle.LOWER_ROMAN:
            return _ROMAN.fullmatch(label) is not None
        case NumberStyle.UPPER_ROMAN:
            return label.isupper() and _ROMAN.fullmatch(label.lower()) is not None
    return label.isdigit()


def _is_initial(text: str, found: re.Match[str], style: NumberStyle, end: int) -> bool:
    """`B. Russell` is a name: a capital with a period needs two spaces to be a marker."""
    if (
        found["open"]
        or found["close"] != "."
        or style not in {NumberStyle.UPPER_ALPHA, NumberStyle.UPPER_ROMAN}
    ):
        return False
    if style is NumberStyle.UPPER_ROMAN and len(found["label"]) > 1:
        return False
    after = found.end() + 1 if text.startswith(" ", found.end()) else found.end()
    return after >= end or text[after] not in " \n"
