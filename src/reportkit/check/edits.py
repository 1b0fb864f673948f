"""Carry out edits in a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportkit.model.diagnostic import Diagnostic, Edit, Fix
from reportkit.model.location import Location, SourceText


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
    taken: list[tuple[int, int, str]] = []
    changes: list[Change] = []
    for diagnostic, fix in fixable:
        edits = [_offsets(source, edit) for edit in fix.edits]
        if not any(_touch(edit, other) for edit in edits for other in taken):
            taken += edits
            changes += [
                Change(edit.location, diagnostic.code, diagnostic.message, source.text[start:end], new)
                for edit, (start, end, new) in zip(fix.edits, edits, strict=True)
            ]
    text = source.text
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text, changes


def _offsets(source: SourceText, edit: Edit) -> tuple[int, int, str]:
    return source.offset(edit.location.start), source.offset(edit.location.end), edit.content


def _touch(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
