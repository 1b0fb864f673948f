"""A change of a file as a unified diff, which `git apply` and people read."""

import re
from collections.abc import Iterator
from difflib import unified_diff

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def render_diff(filename: str, before: str, after: str) -> str:
    """The lines that change, with three around them; nothing where the texts are equal."""
    return "".join(_lines(filename, before, after))


def _lines(filename: str, before: str, after: str) -> Iterator[str]:
    old, new = f"a/{filename}", f"b/{filename}"
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
