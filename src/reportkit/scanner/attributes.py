"""Attributes in braces: `{#id .class key=value}`."""

import re
from dataclasses import dataclass, field

from reportkit.scanner.escapes import literal_end

_BREAK = re.compile(r"[ ]*+(?:\n[ ]*+)?(?!\n)")
_RAW_FORMAT = re.compile(r"\{ *=[\w-]+ *\}")
_NAME = r"[^\W\d_](?:[^\W_]|[-_:.])*"
_MARK = re.compile(rf"#(?P<id>[\w:.-]+)|\.(?P<class>{_NAME})|(?P<key>{_NAME})=|(?P<unnumbered>-)")
# longer values and attributes are none, lest a heap of braces be read again and again
_UNQUOTED = re.compile(r"(?:\\(?:[^\w\n]|_)|[^ \t\n\r}]){0,2000}+")
_LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class Value:
    """An attribute's value and where it stands, quotation marks excluded."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Attributes:
    """What stands in braces; `end` is the place behind the closing one."""

    end: int = 0
    identifier: Value | None = None
    classes: list[str] = field(default_factory=list)
    pairs: dict[str, Value] = field(default_factory=dict)


def attributes_at(text: str, at: int, end: int) -> Attributes | None:
    """The attributes that start at a place, or None if what stands there is none."""
    if not text.startswith("{", at, end) or text.find("}", at, min(end, at + _LONGEST)) < 0:
        return None
    attributes = Attributes()
    here = skip_break(text, at + 1, end)
    while here is not None and here < end and text[here] != "}":
        after = _read(attributes, text, here, end)
        here = None if after is None else skip_break(text, after, end)
    if here is None or here >= end:
        return None
    attributes.end = here + 1
    return attributes


def raw_format_end(text: str, at: int, end: int) -> int | None:
    """Behind `{=html}`, which says that the code before it is raw."""
    found = _RAW_FORMAT.match(text, at, end)
    return found.end() if found else None


def skip_break(text: str, at: int, end: int) -> int | None:
    """Behind spaces with at most one line break; None before a blank line."""
    found = _BREAK.match(text, at, end)
    return found.end() if found else None


def _read(attributes: Attributes, text: str, at: int, end: int) -> int | None:
    """Adds the attribute at a place; the place behind it. `id=` and `class=` say the same as `#` and `.`."""
    found = _MARK.match(text, at, end)
    if found is None:
        return None
    match found.lastgroup:
        case "id":
            attributes.identifier = Value(found["id"], *found.span("id"))
        case "class":
            attributes.classes.append(found["class"])
        case "unnumbered":
            attributes.classes.append("unnumbered")
        case _:
            value, after = _value(text, found.end(), end)
            _add_pair(attributes, found["key"], value)
            return after
    return found.end()


def _add_pair(attributes: Attributes, key: str, value: Value) -> None:
    if key == "id":
        attributes.identifier = value
    elif key == "class":
        attributes.classes += value.text.split()
    else:
        attributes.pairs.setdefault(key, value)


def _value(text: str, at: int, end: int) -> tuple[Value, int]:
    for mark in "\"'":
        close = _closing_mark(text, at + 1, end, mark) if text.startswith(mark, at, end) else None
        if close is not None:
            return Value(text[at + 1 : close], at + 1, close), close + 1
    if text.startswith(('""', "''"), at, end):
        return Value("", at + 1, at + 1), at + 2
    unquoted = _UNQUOTED.match(text, at, end)
    stop = unquoted.end() if unquoted else at
    return Value(text[at:stop], at, stop), stop


def _closing_mark(text: str, at: int, end: int, mark: str) -> int | None:
    here: int | None = at
    if at >= end or text[at].isspace() or text[at] == mark:
        return None
    while here is not None and here < end and text[here] != mark:
        here = literal_end(text, here, end)
    return here if here is not None and here < end else None
