"""Two versions of a text merged into one that shows what came and what went."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from reportkit.assemble.tree import Node, Nodes, attributes, div, of_class, para, words
from reportkit.redline.alignment import align, word_likeness
from reportkit.redline.marking import DRAWING, Mark, marked_blocks, marked_inlines, whole
from reportkit.redline.tables import merge_tables
from reportkit.redline.wording import Step, steps
from reportkit.redline.words import NOTE, Word, inlines_of, readings, words_of

_TEXTS = frozenset({"Para", "Plain"})


def merge_blocks(before: Nodes, now: Nodes) -> Nodes:
    """All blocks of both, each once; those that came or went are marked as a whole."""
    if len(before) == len(now) == 1 and _same_kind(before[0], now[0]):
        return _merge(before[0], now[0])
    return list(chain.from_iterable(_either(old, new) for old, new in align(before, now, _key, _alike)))


def _either(before: Node | None, now: Node | None) -> Nodes:
    if before and now:
        return _merge(before, now)
    gone = [whole(before, Mark.DELETED)] if before else []
    return [*gone, *([whole(now, Mark.INSERTED)] if now else [])]


def _key(block: Any) -> tuple[str, ...]:
    return tuple(readings(block))


def _alike(before: Node, now: Node) -> float:
    if not _same_kind(before, now):
        return 0.0
    if _label(before) or _label(now):
        return 1.0 if _label(before) == _label(now) else 0.0
    return word_likeness(Counter(_key(before)), Counter(_key(now)))


def _same_kind(before: Node, now: Node) -> bool:
    return before["t"] == now["t"] or {before["t"], now["t"]} <= _TEXTS


def _label(block: Node) -> str:
    """The name of a table or figure, by which it is the same whatever is in it."""
    found = attributes(block) if block["t"] == "Div" else ("", (), ())
    return found[0] if "item" in found[1] else ""


def _merge(before: Node, now: Node) -> Nodes:
    """Two versions of one block, in the form that it has now."""
    if now["t"] == "Table":
        return [merge_tables(before, now, merge_blocks)]
    merge = _MERGED.get(now["t"])
    return [{"t": now["t"], "c": merge(before["c"], now["c"])}] if merge else _other(before, now)


def _other(before: Node, now: Node) -> Nodes:
    """What has no words to compare; of two drawings the present one is shown."""
    if _key(before) == _key(now):
        return [now]
    if now["t"] == "RawBlock":
        return [now, div(of_class(DRAWING), [para(words("The drawing has changed."))])]
    return [whole(before, Mark.DELETED), whole(now, Mark.INSERTED)]


def _merge_items(before: Sequence[Nodes], now: Sequence[Nodes]) -> list[Nodes]:
    return [_merge_item(old, new) for old, new in align(before, now, _key, _alike_items)]


def _alike_items(before: Nodes, now: Nodes) -> float:
    return word_likeness(Counter(_key(before)), Counter(_key(now)))


def _merge_item(before: Nodes | None, now: Nodes | None) -> Nodes:
    if before is None:
        return marked_blocks(now or [], Mark.INSERTED)
    return marked_blocks(before, Mark.DELETED) if now is None else merge_blocks(before, now)


def _merge_inlines(before: Nodes, now: Nodes) -> Nodes:
    merged: Nodes = []
    for step in steps(list(words_of(before)), list(words_of(now))):
        merged += _kept(step) if step.same else _changed(step)
    return merged


def _changed(step: Step) -> Nodes:
    went, came = inlines_of(step.before), inlines_of(step.now)
    return [*marked_inlines(went, Mark.DELETED), *marked_inlines(came, Mark.INSERTED)]


def _kept(step: Step) -> Nodes:
    """What is the same; a note in it may have another text."""
    pairs = zip(step.before, step.now, strict=True)
    return inlines_of([_with_note(old, new) if new.key == NOTE else new for old, new in pairs])


def _merge_figure(before: list[Any], now: list[Any]) -> list[Any]:
    caption = [now[1][0], merge_blocks(before[1][1], now[1][1])]
    return [now[0], caption, merge_blocks(before[2], now[2])]


def _with_note(before: Word, now: Word) -> Word:
    note = {"t": "Note", "c": merge_blocks(before.node["c"], now.node["c"])}
    return Word(now.key, note, now.shells)


# By kind: what it holds, as it was and as it is, merged.
_MERGED: Mapping[str, Callable[[Any, Any], Any]] = {
    "Para": _merge_inlines,
    "Plain": _merge_inlines,
    "Header": lambda before, now: [*now[:2], _merge_inlines(before[2], now[2])],
    "BlockQuote": merge_blocks,
    "Div": lambda before, now: [now[0], merge_blocks(before[1], now[1])],
    "BulletList": _merge_items,
    "OrderedList": lambda before, now: [now[0], _merge_items(before[1], now[1])],
    "Figure": _merge_figure,
}
