"""The entries of a YAML mapping and the texts in it, and where their characters stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportkit.model.location import Span
from reportkit.model.tokens import MetadataEntry
from reportkit.scanner.fragment import Fragment

if TYPE_CHECKING:
    from yaml import Event, ScalarEvent

# the first and the last event of a key or value
_Node = tuple["Event", "Event"]
# the time PyYAML needs grows with the square of the depth of brackets
_MOST_BRACKETS = 1000


def yaml_texts(fragment: Fragment) -> list[Fragment] | None:
    """Every text of a mapping; none if it is no YAML, None if it is something else than a mapping."""
    import yaml  # noqa: PLC0415 - chapters without metadata do not need it

    events = _events(fragment)
    content = [event for event in events if isinstance(event, yaml.NodeEvent)]
    if content and not isinstance(content[0], yaml.MappingStartEvent):
        return None
    return [_text(fragment, event) for event in _values(events)]


def yaml_entries(fragment: Fragment) -> list[MetadataEntry]:
    """The keys at the top of a mapping, each with its value as written."""
    import yaml  # noqa: PLC0415 - as above

    entries = []
    for (key, _), (value, last) in _pairs(_events(fragment)):
        if isinstance(key, yaml.ScalarEvent):
            place = fragment.span(*_place(key))
            start = _place(value)[0]
            text = fragment.text[start : _place(last)[1]].rstrip()
            end = fragment.span(start, start + len(text)).end
            entries.append(MetadataEntry(key.value, text, Span(place.start, max(place.end, end)), place))
    return entries


def _events(fragment: Fragment) -> "list[Event]":
    import yaml  # noqa: PLC0415 - as above

    if fragment.text.count("[") + fragment.text.count("{") > _MOST_BRACKETS:
        return []
    try:
        return list(yaml.parse(fragment.text, Loader=yaml.SafeLoader))
    except yaml.YAMLError:
        return []


def _pairs(events: "list[Event]") -> "Iterator[tuple[_Node, _Node]]":
    """Keys and values of the outermost mapping."""
    import yaml  # noqa: PLC0415 - as above

    nodes: list[_Node] = []
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1:
                nodes[-1] = nodes[-1][0], event
        elif isinstance(event, yaml.NodeEvent):
            if depth == 1:
                nodes.append((event, event))
            depth += isinstance(event, yaml.CollectionStartEvent)
    return zip(nodes[::2], nodes[1::2], strict=False)


def _values(events: "list[Event]") -> "Iterator[ScalarEvent]":
    """The scalars that are no keys; pandoc ignores keys that end in an underscore."""
    import yaml  # noqa: PLC0415 - as above

    # for each open collection: the key being read, None where a key comes next, "" in a sequence
    keys: list[str | None] = []
    ignored = 0
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            keys.pop()
            ignored -= ignored > 0
        elif isinstance(event, yaml.NodeEvent):
            is_key = bool(keys) and keys[-1] is None
            hidden = ignored > 0 or (bool(keys) and (keys[-1] or "").endswith("_"))
            if isinstance(event, yaml.ScalarEvent) and not is_key and not hidden:
                yield event
            if keys and keys[-1] != "":
                keys[-1] = (getattr(event, "value", None) or "?") if is_key else None
            if isinstance(event, yaml.CollectionStartEvent):
                keys.append(None if isinstance(event, yaml.MappingStartEvent) else "")
                ignored += hidden


def _text(fragment: Fragment, scalar: "ScalarEvent") -> Fragment:
    """A value as YAML gives it; each character is looked up in order where the value is written."""
    place, end = _place(scalar)
    if scalar.style in ("|", ">"):
        place = fragment.text.index("\n", place) + 1
    origins = []
    for char in scalar.value:
        found = fragment.text.find("\n" if char == "\n" else char, place, end)
        if char == " " and (found < 0 or fragment.text[place:found].strip()):
            found = fragment.text.find("\n", place, end)
        place = found if found >= 0 else min(place, end - 1)
        origins.append(fragment.origins[place])
        place += found >= 0
    return _as_read(Fragment(scalar.value, origins))


def _place(event: "Event") -> tuple[int, int]:
    marks = event.start_mark, event.end_mark
    start, end = (mark.index if mark else 0 for mark in marks)
    return start, end


def _as_read(value: Fragment) -> Fragment:
    """A block of text is Markdown as it stands; other values are read without space around them."""
    if value.text.rstrip(" \t").endswith("\n"):
        return Fragment.join([value, value.synthetic("\n\n", len(value.text) - 1)])
    start = len(value.text) - len(value.text.lstrip(" \t\r\n"))
    return value[start:]
