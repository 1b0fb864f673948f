"""Forest plot of ratios between groups as printed, on a logarithmic axis, never pooled.

Groups and their order come from the option `groups`, the name of a row from `labels`; `words` replaces
phrases of the evidence. `favours` says whom the left and the right of 1 favour. Rows that are no ratio are
left out and named in a note.
"""

from collections.abc import Iterable, Iterator
from math import log

from reportkit.figures._forest import Axis, Entry, Heads, Panel, plot
from reportkit.items.cautions import cautions_of
from reportkit.items.definitions import definitions_of
from reportkit.items.inlines import cite, escape, tie
from reportkit.items.options import Shape, first_match, grouped, text, texts, words
from reportkit.measures.printed import estimate, interval, p_value
from reportkit.model.evidence import Evidence, Measure, Result
from reportkit.model.items import Cell, Column, Figure, Group, Item, Table
from reportkit.model.review import Review

OPTIONS = {
    "alt": Shape.TEXT,
    "axis": Shape.TEXT,
    "favours": Shape.TEXTS,
    "groups": Shape.RECORDS,
    "labels": Shape.WORDS,
    "other": Shape.TEXT,
    "second_hand": Shape.TEXT,
    "words": Shape.WORDS,
}

_DATA_HEADS = ("Study", "Comparison", "Outcome", "Time", "Ratio", "Interval", "p", "Source")
_RATIOS = {Measure.HAZARD_RATIO, Measure.ODDS_RATIO}
_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_NO_DIFFERENCE = 1.0

_Panels = list[tuple[str, tuple[Result, ...]]]


def build(item: Item, review: Review) -> Figure:
    """The plot of an item's ratios, with its data and a description of every number in it."""
    evidence = review.evidence or Evidence()
    selected = evidence.select(item.rows)
    shown = [result for result in selected if _is_drawn(result)]
    panels = list(grouped(item, shown))
    ends = _ends(shown)
    alt = text(item, "alt") or f"Forest plot of {len(shown)} ratios as printed, not pooled."
    description = _description(panels, item, evidence)
    drawn = [Panel(title, tuple(_entry(r, item, evidence, ends) for r in rows)) for title, rows in panels]
    heads = Heads("Study", "", f"{_abbreviation(shown)} (95% CI)")
    svg = plot(item.id, alt, description, heads=heads, axis=_axis(item, ends), panels=drawn)
    notes = (*_notes(shown, selected, item, evidence), *item.notes, *definitions_of(shown, evidence))
    return Figure(item.id, item.caption, svg, alt, description, _data(panels, item, evidence), notes)


def _is_drawn(result: Result) -> bool:
    numbers = (result.estimate, result.ci_low, result.ci_high)
    positive = all(number is None or number.value > 0 for number in numbers)
    return result.measure in _RATIOS and result.estimate is not None and positive


def _ends(shown: Iterable[Result]) -> tuple[float, float]:
    """The ticks between which everything lies, 1 included."""
    numbers = (n for r in shown for n in (r.estimate, r.ci_low, r.ci_high) if n)
    values = [_NO_DIFFERENCE, *(float(number.value) for number in numbers)]
    low = max((tick for tick in _TICKS if tick < min(values)), default=min(values) / 2)
    return low, min((tick for tick in _TICKS if tick > max(values)), default=max(values) * 2)


def _share(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return (log(value) - log(low)) / (log(high) - log(low))


def _axis(item: Item, ends: tuple[float, float]) -> Axis:
    ticks = dict.fromkeys((ends[0], *(tick for tick in _TICKS if ends[0] < tick < ends[1]), ends[1]))
    favoured = (*texts(item, "favours"), "", "")
    return Axis(
        text(item, "axis", "ratio, logarithmic scale"),
        tuple((_share(tick, ends), f"{tick:g}") for tick in ticks),
        _share(_NO_DIFFERENCE, ends),
        (favoured[0], favoured[1]),
    )


def _entry(result: Result, item: Item, evidence: Evidence, ends: tuple[float, float]) -> Entry:
    mark, low, high = _places(result)
    return Entry(
        _label(result, item, evidence),
        _detail(result, item),
        "",
        _value(result),
        _share(mark, ends),
        _share(low, ends),
        _share(high, ends),
    )


def _places(result: Result) -> tuple[float, float, float]:
    """The ratio and its limits; without both limits there is no interval to draw."""
    mark = float(result.estimate.value) if result.estimate else _NO_DIFFERENCE
    if result.ci_low is None or result.ci_high is None:
        return mark, mark, mark
    return mark, float(result.ci_low.value), float(result.ci_high.value)


def _label(result: Result, item: Item, evidence: Evidence) -> str:
    study = evidence.studies_by_id.get(result.study)
    return first_match(result.id, words(item, "labels")) or (study.name if study else result.study)


def _detail(result: Result, item: Item) -> str:
    own = words(item, "words")
    said = (own.get(part, part) for part in (result.outcome, result.timepoint))
    return ", ".join(part for part in said if part)


def _value(result: Result) -> str:
    """The printed numbers, as the caption says of what."""
    printed = result.estimate.text if result.estimate else ""
    return " ".join(part for part in (printed, interval(result)) if part)


def _abbreviation(shown: Iterable[Result]) -> str:
    kinds = {result.measure for result in shown}
    return {frozenset({Measure.HAZARD_RATIO}): "HR", frozenset({Measure.ODDS_RATIO}): "OR"}.get(
        frozenset(kinds), "Ratio"
    )


def _description(panels: _Panels, item: Item, evidence: Evidence) -> str:
    parts = ["Ratios between groups as printed, not pooled, on a logarithmic axis; 1 is no difference."]
    for title, rows in panels:
        said = "; ".join(f"{_label(r, item, evidence)}, {_detail(r, item)}: {_value(r)}" for r in rows)
        parts.append(f"{title}: {said}." if title else f"{said}.")
    return " ".join(parts)


def _data(panels: _Panels, item: Item, evidence: Evidence) -> Table:
    groups = tuple(
        Group(escape(title), tuple(_row(result, item, evidence) for result in rows)) for title, rows in panels
    )
    return Table(item.id, item.caption, tuple(map(Column, _DATA_HEADS)), groups)


def _row(result: Result, item: Item, evidence: Evidence) -> tuple[Cell, ...]:
    study = evidence.studies_by_id.get(result.study)
    comparison = study.arm_label(result.arm) if study else result.arm
    limits, p = interval(result), p_value(result)
    return (
        Cell(escape(_label(result, item, evidence))),
        *(Cell(escape(part)) for part in (comparison, result.outcome, result.timepoint)),
        Cell(tie(escape(estimate(result)), result.id), (result.id,)),
        Cell(tie(escape(limits), result.id) if limits else "", (result.id,)),
        Cell(tie(escape(p), result.id) if p else "", (result.id,)),
        Cell(cite([result.source])),
    )


def _notes(
    shown: Iterable[Result], selected: Iterable[Result], item: Item, evidence: Evidence
) -> Iterator[str]:
    """What must be known of a row, and what is left out."""
    drawn = list(shown)
    cautions: dict[str, list[str]] = {}
    for result in drawn:
        for caution in cautions_of(item, result):
            place = f"{_label(result, item, evidence)}, {_detail(result, item)}"
            cautions.setdefault(caution, []).append(escape(place))
    for caution, places in cautions.items():
        yield f"{caution.removesuffix('.')} ({'; '.join(places)})."
    if names := [f"`{result.id}`" for result in selected if result not in drawn]:
        yield f"Left out because no ratio is printed: {', '.join(names)}."
