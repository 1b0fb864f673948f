"""The flow of records into the review, after PRISMA 2020, reckoned from the screening log.

A number that was not recorded is said to be so; none is entered to make the sum come out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement

from reportkit.figures._svg import arrow, box, drawing, text_of, words
from reportkit.items.inlines import escape
from reportkit.items.options import Shape, text
from reportkit.model.items import Cell, Column, Figure, Group, Item, Table
from reportkit.model.review import Review
from reportkit.model.screening import BEFORE_SCREENING, Decision, LogEntry, Origin, ScreeningLog, total

OPTIONS = {"alt": Shape.TEXT}

_WIDTH, _BOX, _GAP, _AISLE = 482.0, 225.0, 16.0, 32.0
_LINE, _PAD, _LETTERS = 11.0, 6.0, 46

_ORIGINS = {
    Origin.DATABASE: "databases",
    Origin.REGISTER: "registers",
    Origin.WEBSITE: "websites",
    Origin.ORGANISATION: "organisations",
    Origin.CITATION: "citation searching",
    Origin.SUPPLIED: "documents supplied at the start",
}
_REMOVALS = {
    Decision.DUPLICATE: "duplicates",
    Decision.AUTOMATION: "by automation tools",
    Decision.REMOVED: "for other reasons",
}


@dataclass(frozen=True, slots=True)
class _Stage:
    """A box of the main column, and the box of what leaves there."""

    title: str
    lines: tuple[str, ...]
    leaving: str = ""
    leaving_lines: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return max(_height(self.title, self.lines), _height(self.leaving, self.leaving_lines))


def build(item: Item, review: Review) -> Figure:
    """The flow of the review's screening log."""
    log = ScreeningLog(review.evidence.screening if review.evidence else ())
    stages = tuple(_stages(log))
    alt = text(item, "alt") or "Flow of records into the review."
    description = " ".join(_said(stage) for stage in stages)
    return Figure(
        item.id,
        item.caption,
        _drawn(item.id, alt, description, stages),
        alt,
        description,
        _data(item, stages),
    )


def _stages(log: ScreeningLog) -> Iterator[_Stage]:
    removed = log.of(*BEFORE_SCREENING)
    yield _Stage(
        f"Records identified: {_number(log.count(Decision.FOUND))}",
        tuple(_by_origin(log.of(Decision.FOUND))),
        f"Removed before screening: {_number(total(removed))}",
        tuple(f"{_REMOVALS[d]}: {_number(log.count(d))}" for d in BEFORE_SCREENING if log.of(d)),
    )
    yield _Stage(
        f"Records screened: {_number(log.screened)}",
        (),
        f"Records excluded: {_number(log.count(Decision.SCREENED_OUT))}",
    )
    yield _Stage(
        f"Reports sought for retrieval: {_number(log.sought)}",
        (),
        f"Reports not retrieved: {_number(log.count(Decision.NOT_RETRIEVED))}",
    )
    yield _Stage(
        f"Reports assessed for eligibility: {_number(log.assessed)}",
        (),
        f"Reports excluded: {_number(log.count(Decision.EXCLUDED))}",
        tuple(_by_reason(log.of(Decision.EXCLUDED))),
    )
    reports = f"Reports included: {_number(log.count(Decision.INCLUDED))}"
    yield _Stage(reports, (f"about {log.studies} stud{'y' if log.studies == 1 else 'ies'}",))


def _number(count: int | None) -> str:
    return "not recorded" if count is None else f"{count:,}"


def _by_origin(found: Iterable[LogEntry]) -> Iterator[str]:
    entries = list(found)
    for origin in Origin:
        if these := [entry for entry in entries if entry.origin == origin]:
            yield f"{_ORIGINS[origin]}: {_number(total(these))}"


def _by_reason(excluded: Iterable[LogEntry]) -> Iterator[str]:
    entries = list(excluded)
    for reason in dict.fromkeys(entry.reason for entry in entries):
        yield f"{reason}: {_number(total(entry for entry in entries if entry.reason == reason))}"


def _said(stage: _Stage) -> str:
    parts = (stage.title, *stage.lines, stage.leaving, *stage.leaving_lines)
    return "; ".join(part for part in parts if part) + "."


def _data(item: Item, stages: Iterable[_Stage]) -> Table:
    rows = tuple(
        (Cell(escape(title)), Cell(escape("; ".join(lines))))
        for stage in stages
        for title, lines in ((stage.title, stage.lines), (stage.leaving, stage.leaving_lines))
        if title
    )
    return Table(item.id, item.caption, (Column("Step"), Column("Of these")), (Group("", rows),))


def _wrapped(title: str, lines: Iterable[str]) -> list[tuple[str, str]]:
    head = [("strong", part) for part in wrap(title, _LETTERS)]
    return head + [("text", part) for line in lines for part in wrap(line, _LETTERS)]


def _height(title: str, lines: Iterable[str]) -> float:
    return len(_wrapped(title, lines)) * _LINE + 2 * _PAD if title else 0


def _drawn(name: str, alt: str, description: str, stages: tuple[_Stage, ...]) -> str:
    height = sum(stage.height for stage in stages) + _GAP * (len(stages) - 1)
    svg = drawing(name, alt, description, _WIDTH, height + 2)
    top = 1.0
    for index, stage in enumerate(stages):
        _place(svg, 0.5, top, stage.height, _wrapped(stage.title, stage.lines))
        if stage.leaving:
            side, middle = _BOX + _AISLE, top + stage.height / 2
            _place(svg, side - 0.5, top, stage.height, _wrapped(stage.leaving, stage.leaving_lines))
            arrow(svg, (_BOX + 0.5, middle), (side - 0.5, middle))
        if index:
            arrow(svg, (_BOX / 2, top - _GAP), (_BOX / 2, top))
        top += stage.height + _GAP
    return text_of(svg)


def _place(svg: Element, left: float, top: float, height: float, lines: list[tuple[str, str]]) -> None:
    group = SubElement(svg, "g")
    box(group, left, top, _BOX, height)
    for index, (kind, line) in enumerate(lines):
        words(group, left + _PAD, top + _PAD + (index + 0.8) * _LINE, line, kind=kind)
