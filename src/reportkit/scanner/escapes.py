"""Characters that stand for others: backslash escapes and entities."""

import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]+)|#(\d+)|(\w+));")
_LARGEST_CODE_POINT = 0x10FFFF


def escaped_at(text: str, at: int, end: int) -> str | None:
    """The character that a backslash at a place makes literal; every mark may be escaped."""
    if text[at] != "\\" or at + 1 >= end:
        return None
    char = text[at + 1]
    return None if char in "\n\r" or char.isalnum() else char


def entity_at(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The characters an entity at a place stands for, and the place behind it."""
    found = _ENTITY.match(text, at, end)
    if found is None:
        return None
    if found[3]:
        meaning = html5.get(found[3] + ";")
        return None if meaning is None else (meaning, found.end())
    code = int(found[1], 16) if found[1] else int(found[2])
    return (chr(code), found.end()) if code <= _LARGEST_CODE_POINT else None


def literal_end(text: str, at: int, end: int) -> int | None:
    """Behind the one character, escape or entity at a place; None before a blank line."""
    if text[at] == "\\" and escaped_at(text, at, end):
        return at + 2
    if text[at] == "&" and (entity := entity_at(text, at, end)):
        return entity[1]
    if text[at] == "\n" and re.compile(r"[ ]*\n").match(text, at + 1, end):
        return None
    return at + 1
