"""Timeline of the reports on each study, and of approvals.

A mark says what part a report plays and when it appeared, as precisely as the bibliography knows: a report
of which only the year is known has a line over that year. One without a date has no mark and is named.
`groups` puts studies under titles, `roles` names the parts that are shown, and `approvals` is the item from
which approvals are taken. `words` replaces names of studies and agencies.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reportkit.figures._svg import Shape as Mark
from reportkit.figures._timeline import Event, Panel, Track, timeline
from reportkit.items.inlines import cite, escape
from reportkit.items.options import Shape, listed, matches, records, text, texts, words
from reportkit.measures.periods import Period, period
from reportkit.model.evidence import Evidence, Report, Study
from reportkit.model.items import Cell, Column, Figure, Group, Item, Table
from reportkit.model.review import Review

OPTIONS = {
    "alt": Shape.TEXT,
    "approvals": Shape.TEXT,
    "approvals_title": Shape.TEXT,
    "groups": Shape.RECORDS,
    "other": Shape.TEXT,
    "roles": Shape.TEXTS,
    "words": Shape.WORDS,
}

_HEADS = ("Study or agency", "What", "Date", "Known to the", "Source")
_MARKS: Mapping[str, tuple[Mark, bool]] = {
    "primary": (Mark.SQUARE, True),
    "update": (Mark.DIAMOND, True),
    "subgroup": (Mark.DIAMOND, False),
    "interim": (Mark.CIRCLE, False),
    "abstract": (Mark.CIRCLE, False),
}
_OTHER_MARK = (Mark.SQUARE, False)
_APPROVAL, _OPINION = (Mark.TRIANGLE, True), (Mark.TRIANGLE, False)
_LEGEND = (
    (Mark.SQUARE, True, "primary report"),
    (Mark.DIAMOND, True, "update"),
    (Mark.DIAMOND, False, "subgroup"),
    (Mark.CIRCLE, False, "interim, abstract"),
    (Mark.SQUARE, False, "other report"),
    (Mark.TRIANGLE, True, "approval"),
    (Mark.TRIANGLE, False, "opinion"),
)
_UNSURE = "A line beneath a mark spans the year or month in which it lies; the day is not known."


def build(item: Item, review: Review) -> Figure:
    """The timeline of the item's studies and approvals, with the same as a table."""
    dated = [*_study_panels(item, review), *_approval_panel(item, review)]
    panels = [panel for panel, _ in dated]
    alt = text(item, "alt") or "Timeline of reports and approvals."
    description = " ".join(_said(panel) for panel in panels)
    drawn = [e for p in panels for t in p.tracks for e in t.events if e.period]
    shown = {(event.shape, event.filled) for event in drawn}
    legend = [entry for entry in _LEGEND if entry[:2] in shown]
    groups = tuple(Group(escape(panel.title), rows) for panel, rows in dated)
    data = Table(item.id, item.caption, tuple(map(Column, _HEADS)), groups)
    svg = timeline(item.id, alt, description, panels, legend)
    vague = any(event.period and event.period.precision != "day" for event in drawn)
    notes = (*((_UNSURE,) if vague else ()), *item.notes)
    return Figure(item.id, item.caption, svg, alt, description, data, notes)


_Rows = tuple[tuple[Cell, ...], ...]


def _study_panels(item: Item, review: Review) -> Iterator[tuple[Panel, _Rows]]:
    for title, studies in _grouped(item, review.evidence or Evidence()):
        told = [(study, _reports(study, item, review)) for study in studies]
        tracks = tuple(
            Track(_label(study, item), tuple(event for _, event in reports))
            for study, reports in told
            if reports
        )
        rows = tuple(
            _row(_label(study, item), _part(report), event.period, report.reference)
            for study, reports in told
            for report, event in reports
        )
        if tracks:
            yield Panel(title, tracks), rows


def _label(study: Study, item: Item) -> str:
    return words(item, "words").get(study.name, study.name)


def _grouped(item: Item, evidence: Evidence) -> Iterator[tuple[str, Sequence[Study]]]:
    """The studies under the title of the first group that names them; those of none come last."""
    left = [study for study in evidence.studies if not study.context]
    groups = records(item, "groups")
    for group in groups:
        mine = [study for study in left if matches(study.id, listed(group.get("studies")))]
        left = [study for study in left if study not in mine]
        yield str(group.get("title", "")), mine
    yield (text(item, "other", "Other") if groups else ""), left


def _reports(study: Study, item: Item, review: Review) -> list[tuple[Report, Event]]:
    """The reports of the parts that are shown, by date, those without one last."""
    roles = texts(item, "roles") or tuple(_MARKS)
    found = [(report, _event(report, review)) for report in study.reports if report.role in roles]
    return sorted(found, key=lambda pair: pair[1].period.start if pair[1].period else float("inf"))


def _event(report: Report, review: Review) -> Event:
    reference = review.bibliography.by_key.get(report.reference)
    date = reference.text("date", "year") if reference else ""
    return Event(_what(_part(report), date), *_MARKS.get(report.role, _OTHER_MARK), period(date))


def _part(report: Report) -> str:
    return report.role.replace("-", " ") or "report"


def _what(what: str, date: str) -> str:
    """With the date as it is written, also where it is none that can be drawn."""
    return f"{date} {what}" if date else f"{what} without date"


def _approval_panel(item: Item, review: Review) -> Iterator[tuple[Panel, _Rows]]:
    source = next((other for other in review.items if other.id == text(item, "approvals")), None)
    approvals = sorted(records(source, "approvals"), key=lambda a: str(a.get("date", ""))) if source else []
    if approvals:
        tracks = tuple(Track(_agency(approval, item), (_approved(approval),)) for approval in approvals)
        rows = tuple(_approval_row(approval, item) for approval in approvals)
        yield Panel(text(item, "approvals_title", "Approvals"), tracks), rows


def _agency(approval: Mapping[str, Any], item: Item) -> str:
    agency = str(approval.get("agency") or "agency not stated")
    return words(item, "words").get(agency, agency)


def _approval_row(approval: Mapping[str, Any], item: Item) -> tuple[Cell, ...]:
    source = str(approval.get("source") or "")
    return _row(_agency(approval, item), _act(approval), period(str(approval.get("date", ""))), source)


def _approved(approval: Mapping[str, Any]) -> Event:
    date = str(approval.get("date") or "")
    shape, filled = _OPINION if approval.get("act") == "opinion" else _APPROVAL
    return Event(_what(_act(approval), date), shape, filled, period(date))


def _act(approval: Mapping[str, Any]) -> str:
    parts = (approval.get("act") or "approval", approval.get("product"), approval.get("age"))
    return ", ".join(str(part) for part in parts if part)


def _row(who: str, what: str, when: Period | None, source: str) -> tuple[Cell, ...]:
    dated = (when.text, when.precision) if when else ("", "")
    cited = cite([source]) if source else ""
    return (*(Cell(escape(part)) for part in (who, what, *dated)), Cell(cited))


def _said(panel: Panel) -> str:
    """Everything under one heading, in words."""
    tracks: Iterable[str] = (f"{t.label}: {', '.join(e.said for e in t.events)}" for t in panel.tracks)
    return f"{panel.title}: {'; '.join(tracks)}." if panel.title else f"{'; '.join(tracks)}."
