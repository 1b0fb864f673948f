"""YAML text as a tree of plain data whose every node knows its place.

It is built from the parser's events, because the compiled loader overflows the stack when it composes a
deeply nested document, and so that no alias is ever unfolded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, Position, SourceText

# The compiled parser is ten times as fast and comes with every wheel of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Deeper than anything that an author writes.
_DEPTH = 20
_START = Position(1, 1)
_NULLS = {"", "~", "null"}
_FLAGS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; a plain one stands without quotation marks."""

    location: Location
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or `null` without quotation marks."""
        return self.plain and self.text.lower() in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    location: Location
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; a key may stand twice."""

    location: Location
    pairs: tuple[tuple[str, "Node"], ...]


Node = Scalar | Sequence | Mapping


def read_mapping(source: SourceText) -> Mapping | Fault:
    """The mapping that a YAML file consists of, or the first reason why it is none."""
    try:
        node = _document(source)
    except _ObjectionError as objection:
        return _unreadable(source, objection.place, str(objection))
    except yaml.MarkedYAMLError as error:
        place = _position(error.problem_mark or error.context_mark)
        return _unreadable(source, place, f"this is not YAML: {error.problem}")
    except yaml.YAMLError as error:
        return _unreadable(source, _START, f"this is not YAML: {str(error).splitlines()[0]}")
    if isinstance(node, Mapping):
        return node
    return _unreadable(source, _START, "the file has to consist of `key: value` lines")


def plain_value(node: Node) -> object:
    """Mappings, lists, flags, texts and nothing; a number stays the text that is written."""
    match node:
        case Mapping():
            return {key: plain_value(value) for key, value in node.pairs}
        case Sequence():
            return [plain_value(item) for item in node.items]
        case Scalar() if node.plain:
            return None if node.is_null else _FLAGS.get(node.text, node.text)
        case Scalar():
            return node.text


class _ObjectionError(Exception):
    """What makes a file more than plain data."""

    def __init__(self, place: Position, message: str) -> None:
        super().__init__(message)
        self.place = place


def _document(source: SourceText) -> Node | None:
    """The root node; None in an empty file."""
    events = yaml.parse(source.text, _LOADER)
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            if root is not None:
                raise _ObjectionError(
                    _position(event.start_mark), "a second document begins here; use a file for each"
                )
            root = _node(source.filename, event, events, 0)
    return root


def _node(filename: str, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    start = _position(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        raise _ObjectionError(start, "an alias (`*`) stands here; write out what it repeats")
    if depth > _DEPTH:
        raise _ObjectionError(start, f"this is nested more than {_DEPTH} levels deep")
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(
            Location(filename, start, _position(event.end_mark)), event.value, plain=not event.style
        )
    children: list[Node] = []
    while not isinstance(following := next(events), yaml.CollectionEndEvent):
        children.append(_node(filename, following, events, depth + 1))
    location = Location(filename, start, _end(following, children))
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(location, tuple(children))
    return Mapping(location, tuple(_pairs(children)))


def _pairs(children: list[Node]) -> Iterator[tuple[str, Node]]:
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _ObjectionError(key.location.start, "a key has to be text")
        yield key.text, value


def _end(event: yaml.Event, children: list[Node]) -> Position:
    """Behind the closing bracket; a block, which has none, ends with its last child."""
    start, end = _position(event.start_mark), _position(event.end_mark)
    return children[-1].location.end if children and start == end else end


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _unreadable(source: SourceText, place: Position, message: str) -> Fault:
    """A fault at this place; the parser finds the end of a file behind it."""
    hint = "Look at the indent, the colons and the quotation marks here and in the line before."
    place = min(place, source.position(len(source.text)))
    return Fault("RKT009", message, Location(source.filename, place, place), hint)
