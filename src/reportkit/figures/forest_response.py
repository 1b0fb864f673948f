"""Forest plot of proportions with exact (Clopper–Pearson) intervals, pooled only where the item asks for it.

Groups and their order come from the option `groups`, the name of a row from `labels`; `words` replaces
phrases of the evidence. Rows without events and total are left out and named in a note.
`pool` names a method and a reason; where it is refused, the plot is drawn without.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from reportkit.figures._forest import Axis, Heads, Panel, plot
from reportkit.figures._plotted import Plotted
from reportkit.figures._together import Together
from reportkit.items.cautions import cautions_of
from reportkit.items.inlines import cite, escape, tie
from reportkit.items.options import Shape, first_match, grouped, text, words
from reportkit.items.pooling import OPTION, pooled
from reportkit.measures.printed import estimate, interval
from reportkit.measures.proportions import proportion
from reportkit.model.evidence import Evidence, Result
from reportkit.model.items import Cell, Column, Figure, Group, Item, Table
from reportkit.model.review import Review

OPTIONS = {
    "alt": Shape.TEXT,
    "axis": Shape.TEXT,
    "groups": Shape.RECORDS,
    "labels": Shape.WORDS,
    "level": Shape.TEXT,
    "other": Shape.TEXT,
    "second_hand": Shape.TEXT,
    "words": Shape.WORDS,
    **OPTION,
}

_DATA_HEADS = (
    "Study",
    "Outcome",
    "Time",
    "Analysed",
    "n/N",
    "% calculated",
    "Exact interval",
    "Printed",
    "Source",
)

_TICKS = range(0, 101, 20)
_USUAL_LEVEL, _CERTAINTY = Decimal(95), Decimal(100)

_Panels = list[tuple[str, tuple[Plotted, ...]]]


def build(item: Item, review: Review) -> Figure:
    """The plot of an item's proportions, with its data and a description of every number in it."""
    evidence = review.evidence or Evidence()
    selected = evidence.select(item.rows)
    shown = {result.id: found for result in selected if (found := _plotted(result, item, evidence))}
    panels = [
        (title, tuple(shown[result.id] for result in results))
        for title, results in grouped(item, (p.result for p in shown.values()))
    ]
    together = Together.of(item, pooled(item, evidence, _level(item)))
    said = together.alt if together else "not pooled"
    alt = text(item, "alt") or f"Forest plot of {len(shown)} proportions with exact intervals, {said}."
    description = _description(panels, item, together)
    drawn = [Panel(title, tuple(p.entry for p in plotted)) for title, plotted in panels]
    drawn += [Panel("Pooled", (together.entry,))] if together else []
    svg = plot(item.id, alt, description, heads=_heads(item), axis=_axis(item), panels=drawn)
    left_out = [result for result in selected if result.id not in shown]
    pooling = (together.note,) if together else ()
    notes = (*_notes(shown.values(), left_out, item), *pooling, *item.notes)
    return Figure(item.id, item.caption, svg, alt, description, _data(panels, item, together), notes)


def _plotted(result: Result, item: Item, evidence: Evidence) -> Plotted | None:
    found = proportion(result, _level(item))
    study = evidence.studies_by_id.get(result.study)
    label = first_match(result.id, words(item, "labels")) or (study.name if study else result.study)
    own = words(item, "words")
    outcome, time, analysed = (own.get(p, p) for p in (result.outcome, result.timepoint, result.analysis_set))
    detail = ", ".join(part for part in (outcome, time) if part)
    return Plotted(result, label, detail, analysed, found) if found else None


def _level(item: Item) -> Decimal:
    """The level of the intervals in percent; the usual one where the item names none that can be."""
    try:
        level = Decimal(text(item, "level", "95"))
    except InvalidOperation:
        return _USUAL_LEVEL
    return level if 0 < level < _CERTAINTY else _USUAL_LEVEL


def _heads(item: Item) -> Heads:
    return Heads("Study", "n/N", f"% (exact {_level(item)}% CI)")


def _axis(item: Item) -> Axis:
    return Axis(text(item, "axis", "percent"), tuple((percent / 100, str(percent)) for percent in _TICKS))


def _description(panels: _Panels, item: Item, together: Together | None) -> str:
    """Every number of the plot, in words."""
    how = "pooled in the last line" if together else "not pooled"
    parts = [f"Proportions with exact {_level(item)}% confidence intervals, {how}; axis from 0 to 100%."]
    for title, plotted in panels:
        said = "; ".join(f"{p.label}, {p.what}: {p.proportion.counts}, {p.said}" for p in plotted)
        parts.append(f"{title}: {said}." if title else f"{said}.")
    return " ".join([*parts, together.said] if together else parts)


def _data(panels: _Panels, item: Item, together: Together | None) -> Table:
    groups = [Group(escape(title), tuple(map(_row, plotted))) for title, plotted in panels]
    groups += [Group("Pooled", (together.row,))] if together else []
    return Table(item.id, item.caption, tuple(map(Column, _DATA_HEADS)), tuple(groups))


def _row(plotted: Plotted) -> tuple[Cell, ...]:
    result, name, shown = plotted.result, (plotted.result.id,), plotted.proportion
    said = (result.outcome, result.timepoint, result.analysis_set)
    return (
        Cell(escape(plotted.label)),
        *(Cell(escape(phrase)) for phrase in said),
        Cell(tie(shown.counts, result.id), name),
        Cell(tie(f"{shown.percent}%", result.id), name),
        Cell(shown.interval),
        Cell(_printed(result), name),
        Cell(cite([result.source])),
    )


def _printed(result: Result) -> str:
    """What the source itself prints beside the counts, or nothing."""
    printed = " ".join(filter(None, (estimate(result), interval(result))))
    return tie(escape(printed), result.id) if printed else ""


def _notes(shown: Iterable[Plotted], left_out: Iterable[Result], item: Item) -> Iterator[str]:
    """Intervals that sources print themselves, what must be known of a row, and what is left out."""
    printed = [f"{escape(p.label)} {_printed(p.result)}" for p in shown if interval(p.result)]
    if printed:
        yield f"Intervals as the sources print them: {'; '.join(printed)}."
    for reason, labels in _reasons(shown, item).items():
        yield f"{reason.removesuffix('.')} ({'; '.join(labels)})."
    if names := [f"`{result.id}`" for result in left_out]:
        yield f"Left out because events and total are not printed or do not fit: {', '.join(names)}."


def _reasons(shown: Iterable[Plotted], item: Item) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for p in shown:
        for reason in cautions_of(item, p.result):
            found.setdefault(reason, []).append(f"{escape(p.label)}, {escape(p.result.outcome)}")
    return found
