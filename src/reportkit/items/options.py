"""What an item file says beyond the keys that all items share.

A value of the wrong shape counts as absent, so that building never fails; `misfits` names it for the check.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

from reportkit.model.evidence import Result
from reportkit.model.items import Item


class Shape(StrEnum):
    """The form of an option's value, in the words of the message when it has another."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    WORDS = "a mapping of texts"
    FLAG = "true or false"
    RECORDS = "a list of mappings"
    MAPPINGS = "a mapping of mappings"


_COMMON: Mapping[str, Shape] = {"wide": Shape.FLAG}


def misfits(item: Item, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str]]:
    """Each option that the builder does not know, or that has another shape, with what is wrong."""
    known = {**_COMMON, **shapes}
    for name, value in item.options.items():
        if name not in known:
            yield name, f"builder `{item.builder}` has no option `{name}`"
        elif not _fits(value, known[name]):
            yield name, f"option `{name}` must be {known[name]}"


def text(item: Item, name: str, default: str = "") -> str:
    """A text, or the default."""
    value = item.options.get(name, default)
    return str(value) if _fits(value, Shape.TEXT) else default


def texts(item: Item, name: str) -> tuple[str, ...]:
    """A list of texts."""
    value = item.options.get(name)
    return tuple(str(part) for part in value) if _fits(value, Shape.TEXTS) and value else ()


def words(item: Item, name: str) -> Mapping[str, str]:
    """A mapping of texts."""
    value = item.options.get(name)
    return {str(k): str(v) for k, v in value.items()} if _fits(value, Shape.WORDS) and value else {}


def records(item: Item, name: str) -> tuple[Mapping[str, Any], ...]:
    """A list of mappings."""
    value = item.options.get(name)
    return tuple(value) if _fits(value, Shape.RECORDS) and value else ()


def mappings(item: Item, name: str) -> Mapping[str, Mapping[str, Any]]:
    """A mapping of mappings."""
    value = item.options.get(name)
    return dict(value) if _fits(value, Shape.MAPPINGS) and value else {}


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Whether a name is among ids or shell patterns."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def first_match(name: str, said: Mapping[str, str]) -> str:
    """What is said of the first id or pattern that fits a name, or nothing."""
    return next((words for pattern, words in said.items() if fnmatchcase(name, pattern)), "")


def grouped(item: Item, results: Iterable[Result]) -> tuple[tuple[str, tuple[Result, ...]], ...]:
    """Results under the titles of the option `groups`, those of no group last under the one of `other`."""
    left = list(results)
    declared = records(item, "groups")
    sections = []
    for group in declared:
        mine = tuple(r for r in left if matches(r.id, listed(group.get("rows"))))
        left = [r for r in left if r not in mine]
        sections.append((str(group.get("title", "")), mine))
    last = text(item, "other", "Other") if declared else ""
    return tuple((title, rows) for title, rows in (*sections, (last, tuple(left))) if rows)


def listed(value: Any) -> tuple[str, ...]:
    """The texts of a list inside an option; nothing where it is no list."""
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _fits(value: Any, shape: Shape) -> bool:
    match shape:
        case Shape.TEXT:
            return _is_text(value)
        case Shape.TEXTS:
            return isinstance(value, list) and all(map(_is_text, value))
        case Shape.WORDS:
            return isinstance(value, Mapping) and all(map(_is_text, value.values()))
        case Shape.FLAG:
            return isinstance(value, bool)
        case Shape.RECORDS:
            return isinstance(value, list) and all(isinstance(part, Mapping) for part in value)
        case Shape.MAPPINGS:
            return isinstance(value, Mapping) and all(isinstance(p, Mapping) for p in value.values())
