"""Merged texts in a form that tests can state: `[-went-]` and `{+came+}`."""

from typing import Any

from reportkit.adapters.pandoc import read_markdown
from reportkit.assemble.tree import Nodes, attributes
from reportkit.redline.merging import merge_blocks

_SIGNS = {"deletion": "[-{}-]", "insertion": "{{+{}+}}"}


def redlined(before: str, now: str) -> str:
    """Two Markdown texts merged, a line for each paragraph and cell."""
    return "\n".join(line.strip() for line in shown(merged(before, now)).splitlines() if line.strip())


def merged(before: str, now: str) -> Nodes:
    """Two Markdown texts merged."""
    old, new = (read_markdown(text)["blocks"] for text in (before, now))
    return merge_blocks(old, new)


def shown(value: Any) -> str:
    """The words of a merged text with signs for its marks."""
    if isinstance(value, list):
        return "".join(map(shown, value))
    if not isinstance(value, dict):
        return ""
    kind, content = value.get("t"), value.get("c", [])
    if kind == "Span":
        sign = next((_SIGNS[name] for name in attributes(value)[1] if name in _SIGNS), "{}")
        return sign.format(shown(content[1]))
    if kind == "Cite":
        return "[" + "; ".join(f"@{citation['citationId']}" for citation in content[0]) + "]"
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    text = content if kind == "Str" else content[1] if kind in {"Code", "CodeBlock"} else shown(content)
    return f"{text}\n" if kind in {"Para", "Plain", "Header"} else str(text)
