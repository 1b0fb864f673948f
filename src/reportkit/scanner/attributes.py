"""Attributes in braces: `{#id .class key=value}`."""

import re
from dataclasses import dataclass

from reportkit.scanner.escapes import literal_end

_IDENTIFIER = re.compile(r"#([\w:.-]+)")
_CLASS = re.compile(r"\.([^\W\d_](?:[^\W_]|[-_:.])*)")
_KEY = re.compile(r"([^\W\d_](?:[^\W_]|[-_:.])*)=")
_UNQUOTED = re.compile(r"(?:\\[^\w\n]|\\_|[^ \t\n\r}])*")
_RAW_FORMAT = re.compile(r"\{ *=[\w-]+ *\}")


@dataclass(frozen=True, slots=True)
class Value:
    """An attribute's value and where it stands, quotation marks excluded."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces; `end` is the place behind the closing one."""

    end: int
    identifier: Value | None
    classes: tuple[str, ...]
    pairs: dict[str, Value]


def attributes_at(text: str, at: int, end: int) -> Attributes | None:
    """The attributes that start at a place, or None if what stands there is none."""
    if at >= end or text[at] != "{":
        return None
    identifier, classes, pairs = None, [], {}
    at = skip_break(text, at + 1, end)
    while at is not None and at < end and text[at] != "}":
        if found := _IDENTIFIER.match(text, at, end):
            identifier, at = Value(found[1], *found.span(1)), found.end()
        elif found := _CLASS.match(text, at, end):
            classes.append(found[1])
            at = found.end()
        elif found := _KEY.match(text, at, end):
            value, at = _value(text, found.end(), end)
            pairs[found[1]] = value
        elif text[at] == "-":
            classes.append("unnumbered")
            at += 1
        else:
            return None
        at = skip_break(text, at, end)
    if at is None or at >= end:
        return None
    return _folded(at + 1, identifier, classes, pairs)


def raw_format_end(text: str, at: int, end: int) -> int | None:
    """Behind `{=html}`, which says that the code before it is raw."""
    found = _RAW_FORMAT.match(text, at, end)
    return found.end() if found else None


def skip_break(text: str, at: int, end: int) -> int | None:
    """Behind spaces with at most one line break; None before a blank line."""
    found = re.compile(r"[ \t]*(?:\n[ \t]*)?").match(text, at, end)
    assert found is not None
    return None if found.end() < end and text[found.end()] == "\n" else found.end()


def _value(text: str, at: int, end: int) -> tuple[Value, int]:
    for mark in "\"'":
        if text.startswith(mark, at) and (close := _quoted_end(text, at + 1, end, mark)) is not None:
            return Value(text[at + 1 : close], at + 1, close), close + 1
    if text.startswith(('""', "''"), at):
        return Value("", at + 1, at + 1), at + 2
    found = _UNQUOTED.match(text, at, end)
    assert found is not None
    return Value(found[0], at, found.end()), found.end()


def _quoted_end(text: str, at: int, end: int, mark: str) -> int | None:
    if at >= end or text[at].isspace() or text[at] == mark:
        return None
    while at < end and text[at] != mark:
        after = literal_end(text, at, end)
        if after is None:
            return None
        at = after
    return at if at < end else None


def _folded(end: int, identifier: Value | None, classes: list[str], pairs: dict[str, Value]) -> Attributes:
    """`id=` and `class=` say the same as `#` and `.`."""
    identifier = pairs.pop("id", identifier)
    named = pairs.pop("class", None)
    return Attributes(end, identifier, (*classes, *(named.text.split() if named else ())), pairs)
