"""Names for places: keys of references, labels of examples, identifiers."""

import re

from reportkit.model.tokens import Label
from reportkit.scanner.attributes import Attributes
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Found, Node

_EXAMPLE = re.compile(r"@(?:[_-]?[^\W_])*")


def reference_key(label: str) -> str:
    """The key that a label in brackets stands for: case and the amount of space do not matter."""
    return " ".join(label.removeprefix("[").removesuffix("]").split()).lower()


def example_end(text: str, at: int, end: int) -> int:
    """Behind the example label that an `@` starts, which may be empty."""
    found = _EXAMPLE.match(text, at, end)
    return found.end() if found else at + 1


def identifier(fragment: Fragment, attributes: Attributes | None, kind: str) -> list[Node]:
    """The label that attributes give to what they belong to, if they give one."""
    name = attributes.identifier if attributes else None
    return [Found(Label(name.text, fragment.span(name.start, name.end), kind))] if name else []
