"""Carry out edits in a text."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

from reportkit.model.diagnostic import Diagnostic, Edit, Fix
from reportkit.model.location import Location, SourceText

_Offsets = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One edit that was made: where, why, and what stood there before and after."""

    location: Location
    code: str
    message: str
    old: str
    new: str


def apply_fixes(source: SourceText, fixable: Iterable[tuple[Diagnostic, Fix]]) -> tuple[str, list[Change]]:
    """The text with these fixes, and what was changed.

    A fix is made as a whole or, where an earlier one touches its place, not at all: the next round finds it.
    """
    taken: list[_Offsets] = []
    changes: list[Change] = []
    for diagnostic, fix in fixable:
        edits = [_offsets(source, edit) for edit in fix.edits]
        if not any(_is_touched(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit)
            changes += [
                Change(edit.location, diagnostic.code, diagnostic.message, source.text[start:end], new)
                for edit, (start, end, new) in zip(fix.edits, edits, strict=True)
            ]
    return _replaced(source.text, taken), changes


def apply_edits(source: SourceText, edits: Iterable[Edit]) -> str:
    """The text with these edits, which do not overlap."""
    return _replaced(source.text, sorted(_offsets(source, edit) for edit in edits))


def _replaced(text: str, edits: Iterable[_Offsets]) -> str:
    """The text with other texts in these places, which come in their order."""
    parts: list[str] = []
    place = 0
    for start, end, new in edits:
        parts += [text[place:start], new]
        place = end
    return "".join([*parts, text[place:]])


def _offsets(source: SourceText, edit: Edit) -> _Offsets:
    return source.offset(edit.location.start), source.offset(edit.location.end), edit.content


def _is_touched(edit: _Offsets, taken: list[_Offsets]) -> bool:
    """Whether one of the sorted edits ends where this one begins, or behind that."""
    start, end, _ = edit
    before = bisect_right(taken, end, key=lambda other: other[0])
    return before > 0 and start <= taken[before - 1][1]
