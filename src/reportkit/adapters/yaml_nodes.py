"""YAML text as nodes that know their places: plain data only, without anchors, tags or repeated keys."""

from collections.abc import Iterator

import yaml

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, Position, SourceText

# Deeper than anything that an author writes, and far from exhausting the interpreter.
_DEPTH = 20
_NULLS = {"", "~", "null"}
_FLAGS = {"true": True, "false": False}

# The compiled loader is ten times as fast and comes with every wheel of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(source: SourceText) -> yaml.MappingNode | Fault:
    """The mapping that a YAML file consists of, or the first reason why it is none."""
    try:
        node = yaml.compose(source.text, _LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        return unreadable(source.filename, place, f"this is not YAML: {error.problem}")
    except (yaml.YAMLError, RecursionError) as error:
        return unreadable(source.filename, Position(1, 1), f"this is not YAML: {str(error).splitlines()[0]}")
    if not isinstance(node, yaml.MappingNode):
        return unreadable(source.filename, Position(1, 1), "the file has to consist of `key: value` lines")
    return next(_objections(source.filename, node, set(), 0), node)


def unreadable(filename: str, place: Position, message: str) -> Fault:
    """An evidence file that cannot be read."""
    hint = "Look at the indent, the colons and the quotation marks here and in the line before."
    return Fault("RKT009", message, Location(filename, place, place), hint)


def locate(filename: str, node: yaml.Node) -> Location:
    """Where a node stands."""
    start, end = node.start_mark, node.end_mark
    return Location(
        filename, Position(start.line + 1, start.column + 1), Position(end.line + 1, end.column + 1)
    )


def is_null(node: yaml.Node) -> bool:
    """Whether nothing is written, or `null` without quotation marks."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value.lower() in _NULLS


def plain(node: yaml.Node) -> object:
    """Mappings, lists, flags and texts; a number stays the text that is written."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(part) for part in node.value]
    if is_null(node) or not isinstance(node, yaml.ScalarNode):
        return None
    return node.value if node.style else _FLAGS.get(node.value, node.value)


def _objections(filename: str, node: yaml.Node, seen: set[int], depth: int) -> Iterator[Fault]:
    """What makes a file more than plain data; a node that is met again is an alias."""
    start = locate(filename, node).start
    if id(node) in seen:
        yield unreadable(filename, start, "an alias (`*`) repeats this; write it out in each place")
    elif depth > _DEPTH:
        yield unreadable(filename, start, f"this is nested more than {_DEPTH} levels deep")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _objections(filename, part, seen, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                yield unreadable(filename, locate(filename, key).start, "a key has to be text")
            yield from _objections(filename, value, seen, depth + 1)
