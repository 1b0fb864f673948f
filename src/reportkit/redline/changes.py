"""The list of changes in a merged text: one entry for each place that a reader would point at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, plain_text, walk
from reportkit.redline.marking import DRAWING, Mark, mark_of

_NEAR = 5  # words that tell where in a paragraph something changed


class ChangeKind(StrEnum):
    """What was changed."""

    TEXT = "text"
    CELL = "cell"
    ROW = "row"
    DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class Change:
    """What went and what came at one place; `place` names the section, the item and the cell around it.

    `lead` and `rest` are the words before and behind it, as they are now.
    """

    kind: ChangeKind
    place: tuple[str, ...]
    before: str
    now: str
    lead: str = ""
    rest: str = ""


def changes_of(blocks: Nodes) -> tuple[Change, ...]:
    """All changes of a merged text in reading order."""
    return tuple(_Reader().read(blocks))


class _Reader:
    """Walks a merged text and knows under which heading it is."""

    def __init__(self) -> None:
        self.section = ""

    def read(self, value: Any, *place: str) -> Iterator[Change]:
        if isinstance(value, list):
            yield from self._list(value, place)
        elif isinstance(value, dict):
            yield from self._element(value, place)

    def _list(self, parts: list[Any], place: tuple[str, ...]) -> Iterator[Change]:
        """Marks that touch each other are one change."""
        runs = [(marked, list(run)) for marked, run in groupby(parts, key=_is_marked)]
        for index, (marked, run) in enumerate(runs):
            if marked:
                around = (
                    _now([part for _, other in side for part in other])
                    for side in (runs[:index], runs[index + 1 :])
                )
                yield self._change(run, place, *around)
            else:
                for part in run:
                    yield from self.read(part, *place)

    def _element(self, node: Node, place: tuple[str, ...]) -> Iterator[Change]:
        if node.get("t") == "Header":
            self.section = _now(node["c"][2]) or self.section
        if node.get("t") == "Table":
            yield from self._table(node["c"], place)
        elif node.get("t") == "Div" and "item" in attributes(node)[1]:
            yield from self.read(node["c"][1], *place, _caption_number(node))
        elif node.get("t") == "Div" and DRAWING in attributes(node)[1]:
            yield Change(ChangeKind.DRAWING, self._at(place), "", "")
        else:
            yield from self.read(node.get("c"), *place)

    def _table(self, table: list[Any], place: tuple[str, ...]) -> Iterator[Change]:
        _, caption, _, head, bodies, foot = table
        heads = [_now(cell[4]) for cell in head[1][-1][1]] if head[1] else []
        yield from self.read(caption[1], *place)
        for rows in (head[1], *(body[2] for body in bodies)):
            yield from self._rows(rows, heads, place)
        for body in bodies:
            yield from self._rows(body[3], heads, (*place, *_title(body[2])))
        yield from self._rows(foot[1], heads, place)

    def _rows(self, rows: list[Any], heads: Sequence[str], place: tuple[str, ...]) -> Iterator[Change]:
        for row in rows:
            yield from self._row(row[1], heads, place)

    def _row(self, cells: list[Any], heads: Sequence[str], place: tuple[str, ...]) -> Iterator[Change]:
        filled = [cell[4] for cell in cells if cell[4]]
        marks = {_mark_of_cell(blocks) for blocks in filled}
        if len(filled) > 1 and len(marks) == 1 and marks != {None}:
            texts = [_words(blocks) for blocks in filled]
            (mark,) = marks
            yield _one(ChangeKind.ROW, self._at(place), mark, " | ".join(texts))
            return
        first = _now(cells[0][4]) if cells else ""
        for index, cell in enumerate(cells):
            name = heads[index] if len(heads) == len(cells) else ""
            for found in self.read(cell[4], *place, first if index else "", name):
                yield replace(found, kind=ChangeKind.CELL)

    def _change(self, marked: Nodes, place: tuple[str, ...], lead: str, rest: str) -> Change:
        went, came = (_words([node for node in marked if mark_of(node) is mark]) for mark in Mark)
        return Change(ChangeKind.TEXT, self._at(place), went, came, _last(lead), _first(rest))

    def _at(self, place: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(part for part in (self.section, *place) if part)


def _title(heads: list[Any]) -> tuple[str, ...]:
    """The words over a group of rows."""
    return tuple(_now(cell[4]) for row in heads for cell in row[1])


def _one(kind: ChangeKind, place: tuple[str, ...], mark: Mark | None, text: str) -> Change:
    return Change(kind, place, *((text, "") if mark is Mark.DELETED else ("", text)))


def without(mark: Mark, value: Any) -> Any:
    """A merged text as it was or as it is: all of one mark left out."""
    if isinstance(value, dict):
        return {name: without(mark, part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    return [without(mark, part) for part in value if not (_is_marked(part) and mark_of(part) is mark)]


def _is_marked(part: Any) -> bool:
    return isinstance(part, dict) and "t" in part and mark_of(part) is not None


def _mark_of_cell(blocks: Nodes) -> Mark | None:
    """The mark that all of a cell has."""
    texts = [node["c"] for node in walk(blocks) if node["t"] in {"Para", "Plain"} and node["c"]]
    marks = {mark_of(text[0]) if len(text) == 1 else None for text in texts}
    return marks.pop() if len(marks) == 1 else None


def _caption_number(item: Node) -> str:
    numbers = [n for n in walk(item) if n["t"] == "Span" and "caption-number" in attributes(n)[1]]
    return _words(numbers[-1:]).rstrip(".")


def _now(value: Any) -> str:
    """What a reader sees now."""
    return _words(without(Mark.DELETED, value))


def _last(text: str) -> str:
    """The last words of a text, with dots for those before them."""
    words = text.split()
    return " ".join(["…", *words[-_NEAR:]] if len(words) > _NEAR else words)


def _first(text: str) -> str:
    words = text.split()
    return " ".join([*words[:_NEAR], "…"] if len(words) > _NEAR else words)


def _words(value: Any) -> str:
    """What a reader sees of a text, citations as their keys."""
    return " ".join(plain_text(_spelt(value), " ").replace("\u00a0", " ").split())


def _spelt(value: Any) -> Any:
    """A tree with words for what plain text leaves out."""
    if isinstance(value, list):
        return [_spelt(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.get("t") in _IN_WORDS:
        return {"t": "Str", "c": _IN_WORDS[value["t"]](value["c"])}
    return {name: _spelt(part) for name, part in value.items()}


_IN_WORDS: Mapping[str, Callable[[Any], str]] = {
    "Cite": lambda content: f"[{'; '.join('@' + citation['citationId'] for citation in content[0])}]",
    "Image": lambda content: f"[image: {plain_text(content[1])}]",
    "Math": lambda content: str(content[1]),
    "Note": lambda blocks: f"[note: {_words(blocks)}]",
}
