"""Running text as words, so that two versions of a paragraph can be compared and merged."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reportkit.assemble.paragraphs import PARAGRAPH
from reportkit.assemble.tree import Node, Nodes, attributes, plain_text, walk

_PARTS = re.compile(r"\u00a0|[(\[“‘«]+(?=\w)|[^\u00a0]+?(?=[.,;:!?)\]”’»]*(?:\u00a0|\Z))|[.,;:!?)\]”’»]+")
_NESTING = frozenset(
    {
        "Emph",
        "Strong",
        "Underline",
        "Strikeout",
        "Superscript",
        "Subscript",
        "SmallCaps",
        "Quoted",
        "Link",
        "Span",
    }
)
# What documents number or name themselves: another number or name is no change of the text.
_NUMBERED = frozenset({"caption-number", "section-number", "data-link", PARAGRAPH})
_UNITS = frozenset({"citing-place", "tie", "formula"})
INLINES = _NESTING | {
    "Str",
    "Space",
    "SoftBreak",
    "LineBreak",
    "Cite",
    "Note",
    "Math",
    "Code",
    "Image",
    "RawInline",
}
NOTE = "<note>"


@dataclass(frozen=True, slots=True)
class Shell:
    """An emphasis, link or span around words, as JSON with a hole for them."""

    kind: str
    before: str
    after: str

    def around(self, inlines: Nodes) -> Node:
        """The element with these words in it."""
        if not self.before:
            return {"t": self.kind, "c": inlines}
        return {"t": self.kind, "c": [*json.loads(self.before), inlines, *json.loads(self.after)]}


@dataclass(frozen=True, slots=True)
class Word:
    """The smallest piece that came or went: a word, a space, a sign, a citation, a tied number.

    `key` is what it is compared by; `shells` are the elements around it, the outermost first.
    """

    key: str
    node: Node
    shells: tuple[Shell, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether it is only space."""
        return self.key == " "

    @property
    def plain(self) -> bool:
        """Whether it is a word or sign, and no citation, number or note."""
        return bool(self.node["t"] == "Str")


def words_of(inlines: Nodes, shells: tuple[Shell, ...] = ()) -> Iterator[Word]:
    """The words of a text; emphasis alone is no difference, another address is one."""
    for node in inlines:
        kind = node["t"]
        if kind == "Str":
            yield from (
                Word(_key_of_sign(part), {"t": "Str", "c": part}, shells)
                for part in _PARTS.findall(node["c"])
            )
        elif kind in _NESTING and not _is_unit(node):
            shell, inside = _opened(node)
            address = _address(node)
            yield from (replace(w, key=w.key + address) for w in words_of(inside, (*shells, shell)))
        else:
            yield Word(_key(node), node, shells)


def inlines_of(words: Sequence[Word], depth: int = 0) -> Nodes:
    """Words as inlines again, with their shells around them."""
    nodes: Nodes = []
    for shell, run in groupby(words, key=lambda word: next(iter(word.shells[depth:]), None)):
        group = list(run)
        nodes += [shell.around(inlines_of(group, depth + 1))] if shell else [word.node for word in group]
    return nodes


def readings(value: Any) -> Iterator[str]:
    """The keys of all words below a tree, with the kinds of its blocks between them."""
    if isinstance(value, dict):
        yield f"<{value.get('t')}>"
        content: Any = value.get("c")
        yield from [content[1]] if value.get("t") in {"CodeBlock", "RawBlock"} else readings(content)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict) and value[0].get("t") in INLINES:
            yield from (word.key for word in words_of(value))
        else:
            for part in value:
                yield from readings(part)


def _key_of_sign(text: str) -> str:
    return " " if text == "\u00a0" else text


def _address(node: Node) -> str:
    target: str = node["c"][2][0] if node["t"] == "Link" else ""
    return "" if target.startswith("#") else target


def _is_unit(node: Node) -> bool:
    if node["t"] not in {"Span", "Link"}:
        return False
    classes = set(attributes(node)[1])
    return not classes.isdisjoint({*_NUMBERED, *_UNITS, "xref"})


def _opened(node: Node) -> tuple[Shell, Nodes]:
    kind, content = node["t"], node["c"]
    match kind:
        case "Quoted":
            return Shell(kind, json.dumps(content[:1]), "[]"), content[1]
        case "Link" | "Span":
            return Shell(kind, json.dumps(content[:1]), json.dumps(content[2:])), content[1]
    return Shell(kind, "", ""), content


def _key(node: Node) -> str:
    """What a unit is compared by; a citation by its sources, a cross-reference by what it names."""
    match node["t"]:
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note":
            return NOTE
        case "Span" | "Link":
            return _key_of_unit(node)
        case "Cite":
            return _cited(node)
    return json.dumps(node["c"], ensure_ascii=False)


def _key_of_unit(node: Node) -> str:
    classes = set(attributes(node)[1])
    if numbered := classes & _NUMBERED:
        return f"<{numbered.pop()}>"
    if "xref" in classes:
        return f"<{node['c'][2][0]}>"
    cited = "".join(_cited(part) for part in walk(node["c"][1]) if part["t"] == "Cite")
    return f"<{plain_text(node['c'][1]).strip()}{cited}>"


def _cited(node: Node) -> str:
    citations = node["c"][0]
    return ";".join(
        f"{plain_text(c['citationPrefix'])}@{c['citationId']}{plain_text(c['citationSuffix'])}"
        for c in citations
    )
