"""Footnotes as HTML wants them: each stands where it is called.

There it can become a note in the margin, a note below its line or a note of a printed page by style alone.
"""

from collections.abc import Iterator
from itertools import count

from reportkit.assemble.tree import Node, Nodes, link, rewrite, span

_TEXTS = {"Para", "Plain"}


def with_notes_at_calls(blocks: Nodes) -> Nodes:
    """Replace each note by its numbered call and the note itself, both within the line."""
    numbers = count(1)

    def place(node: Node) -> Node | Nodes:
        return _placed(next(numbers), node["c"]) if node["t"] == "Note" else node

    placed: Nodes = rewrite(blocks, place)
    return placed


def _placed(number: int, blocks: Nodes) -> Nodes:
    call, note = f"fnref{number}", f"fn{number}"
    sign = [{"t": "Superscript", "c": [{"t": "Str", "c": str(number)}]}]
    content = [line for index, text in enumerate(_texts(blocks)) for line in _line(index, text)]
    back = link(("", ("footnote-back",), (("role", "doc-backlink"),)), sign, f"#{call}")
    return [
        link((call, ("footnote-ref",), (("role", "doc-noteref"),)), sign, f"#{note}"),
        span((note, ("footnote",), (("role", "doc-footnote"),)), [back, {"t": "Space"}, *content]),
    ]


def _texts(blocks: Nodes) -> Iterator[Nodes]:
    """The lines of a note: what stands within a paragraph holds no paragraphs."""
    for block in blocks:
        if block["t"] in _TEXTS:
            yield block["c"]
        elif block["t"] == "CodeBlock":
            yield [{"t": "Code", "c": block["c"]}]
        else:
            yield from _texts([part for part in _parts(block.get("c")) if part["t"] != "Note"])


def _parts(content: object) -> Iterator[Node]:
    """The nearest blocks within a list, quotation or division."""
    if isinstance(content, list):
        for part in content:
            yield from _parts(part)
    elif isinstance(content, dict) and "t" in content:
        yield content


def _line(index: int, text: Nodes) -> Nodes:
    return [{"t": "LineBreak"}, *text] if index else text
