"""Remarks to the checker: `rk: ignore[CIT014] reason` and its kin, whatever kind of comment they stand in."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reportkit.model.diagnostic import Edit
from reportkit.model.location import Position, SourceText, Span
from reportkit.model.suppression import Stretch, Suppression

_REMARK = re.compile(
    r"\s*rk:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<codes>[^\]]*)\])?\s*(?P<reason>.*?)\s*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark: what it says, where its comment stands, and the span whose removal leaves no trace."""

    verb: str
    codes: tuple[str, ...]
    reason: str
    span: Span
    codes_span: Span
    removable: Span | None = None


def read_remark(text: str, start: int, span: Span, removable: Span | None = None) -> Remark | None:
    """The remark that a comment holds, if it is one; its text begins at `start`."""
    found = _REMARK.fullmatch(text)
    if found is None:
        return None
    codes = tuple(code.strip().upper() for code in (found["codes"] or "").split(",") if code.strip())
    place = found.span("codes") if found["codes"] else (0, 0)
    codes_span = Span(start + place[0], start + place[1])
    return Remark(found["verb"], codes, " ".join(found["reason"].split()), span, codes_span, removable)


def suppressions_in(
    source: SourceText, remarks: Iterable[Remark], following: Callable[[Span], Span]
) -> Iterator[Suppression]:
    """What the remarks of a file suppress; `following` tells what a comment is about.

    A remark that says nothing of the kind suppresses nothing, and is found unused.
    """
    ordered = list(remarks)
    ends = {remark: _end(remark, ordered) for remark in ordered if remark.verb == "off"}
    used = [end for end in ends.values() if end]
    for remark in ordered:
        if remark.verb == "ignore":
            yield _suppression(source, following(remark.span), remark)
        elif remark.verb == "file-ignore":
            yield _suppression(source, Span(0, len(source.text)), remark)
        elif remark.verb == "off":
            end = ends[remark]
            about = Span(remark.span.end, end.span.start if end else len(source.text))
            own = [end] if end and used.count(end) == 1 else []
            yield _suppression(source, about, remark, *own)
        elif remark not in used:  # a misspelt word, or an `on` that ends nothing
            yield _suppression(source, Span(remark.span.end, remark.span.end), replace(remark, codes=()))


def _end(remark: Remark, others: Iterable[Remark]) -> Remark | None:
    """The `on` that ends an `off`: the next one that names none of other codes only."""
    behind = (other for other in others if other.verb == "on" and other.span.start > remark.span.start)
    return next((end for end in behind if not end.codes or set(end.codes) & set(remark.codes)), None)


def _suppression(source: SourceText, about: Span, *remarks: Remark) -> Suppression:
    """The suppression that the first of these remarks asks for; the others go when it goes."""
    remark = remarks[0]
    removable = [part.removable for part in remarks if part.removable]
    removal = tuple(Edit(source.locate(span), "") for span in removable)
    scope = source.locate(about)
    if about.end == len(source.text):
        scope = replace(scope, end=Position(scope.end.row + 1, 1))
    return Suppression(
        codes=remark.codes,
        reason=remark.reason,
        scope=Stretch(scope),
        location=source.locate(remark.span),
        codes_location=source.locate(remark.codes_span),
        removal=removal if len(removal) == len(remarks) else (),
    )
