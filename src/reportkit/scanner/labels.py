"""Keys of references and labels of examples."""

import re

_EXAMPLE = re.compile(r"@(?:[^\W_]+|[_-][^\W_]+)*")


def reference_key(label: str) -> str:
    """The key that a label in brackets stands for: case and the amount of space do not matter."""
    if label.startswith("[") and label.endswith("]"):
        label = label[1:-1]
    return " ".join(label.split()).lower()


def example_end(text: str, at: int, end: int) -> int:
    """Behind the example label that an `@` starts, which may be empty."""
    found = _EXAMPLE.match(text, at, end)
    return found.end() if found else at + 1
