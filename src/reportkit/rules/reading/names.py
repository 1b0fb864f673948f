"""Lists of names in bibliography fields."""

import re

NAME_FIELDS = ("author", "editor", "translator")

_HIDDEN = re.compile(r"\\.|&(?:#\w+|[A-Za-z]+);", re.DOTALL)


def outside_braces(value: str) -> str:
    """The value with `x` for each character that braces, backslashes and HTML entities protect."""
    plain = _HIDDEN.sub(lambda found: "x" * len(found[0]), value)
    depth, shown = 0, []
    for char in plain:
        depth += char == "{"
        shown.append("x" if depth else char)
        depth -= char == "}" and depth > 0
    return "".join(shown)
