"""Citing places: their anchors, and the numbers that a sequence style will give them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, missing, rewrite, span, words


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """One printed group of citations: its anchor and the keys it cites.

    `bare` is false where a prefix or locator is printed with the numbers.
    """

    id: str
    keys: tuple[str, ...]
    bare: bool


def mark_citing_places(blocks: Nodes, known: Collection[str]) -> tuple[Nodes, tuple[CitingPlace, ...]]:
    """Give each citation group an anchor in reading order; a key that is not there leaves a mark."""
    places: list[CitingPlace] = []

    def mark(node: Node) -> Node | Nodes:
        if node["t"] != "Cite":
            return node
        citations, fallback = node["c"]
        resolved = [c for c in citations if c["citationId"] in known]
        unknown = [c["citationId"] for c in citations if c["citationId"] not in known]
        return [
            *_anchored(resolved, fallback, places),
            *(missing(f"no such reference: {k}") for k in unknown),
        ]

    marked: Nodes = rewrite(blocks, mark)
    return _bound(marked), tuple(places)


def _bound(value: Any) -> Any:
    """The tree with each citation held to the word before it: no line begins with a lone `[14]`.

    The space stands within the citing place, as WeasyPrint breaks lines far too early before one outside.
    """
    if isinstance(value, dict):
        return {name: _bound(part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    neighbours = zip([None, *value], value, [*value[1:], None], strict=False)
    return [
        _led_in(part) if _is_blank(before) and _is_citing_place(part) else _bound(part)
        for before, part, after in neighbours
        if not (_is_blank(part) and _is_citing_place(after))
    ]


def _led_in(place: Node) -> Node:
    attributes_of_span, content = place["c"]
    return {"t": "Span", "c": [attributes_of_span, [{"t": "Str", "c": "\u00a0"}, *content]]}


def _is_blank(part: Any) -> bool:
    return isinstance(part, dict) and part.get("t") in {"Space", "SoftBreak"}


def _is_citing_place(part: Any) -> bool:
    return isinstance(part, dict) and part.get("t") == "Span" and "citing-place" in attributes(part)[1]


def _anchored(citations: list[Node], fallback: Nodes, places: list[CitingPlace]) -> Nodes:
    if not citations:
        return []
    keys = tuple(citation["citationId"] for citation in citations)
    bare = not any(c["citationPrefix"] or c["citationSuffix"] for c in citations)
    places.append(CitingPlace(f"cite-{len(places) + 1}", keys, bare))
    return [span((places[-1].id, ("citing-place",), ()), [{"t": "Cite", "c": [citations, fallback]}])]


def cite(key: str) -> Node:
    """A citation of one reference, as pandoc would read it."""
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], words(f"[@{key}]")]}


def citation_numbers(places: Sequence[CitingPlace]) -> dict[str, int]:
    """Number each key by its first mention."""
    ordered = dict.fromkeys(key for place in places for key in place.keys)
    return {key: number for number, key in enumerate(ordered, start=1)}


def printed_numbers(keys: Collection[str], numbers: dict[str, int]) -> str:
    """What a bracketed sequence style prints for these keys: `[1,2]`, `[3–5,9]`.

    Reckoned here and not by the citation processor, so that the proof has a second opinion.
    """
    runs: list[list[int]] = []
    for number in sorted({numbers[key] for key in keys}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "[" + ",".join(_printed_run(run) for run in runs) + "]"


def _printed_run(run: list[int]) -> str:
    shortest_range = 3
    return f"{run[0]}–{run[-1]}" if len(run) >= shortest_range else ",".join(map(str, run))
