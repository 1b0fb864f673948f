"""Summary of findings: for each outcome of a comparison both arms, the relative effect, and how sure it is.

The item's option `certainty` lists ids of `certainty.yaml`. Certainty is a word and four dots; why it was
lowered or raised stands in a lettered note. Who judged is said: a proposal must not be taken for a verdict.
"""

from collections.abc import Iterable, Iterator

from reportkit.items.inlines import LINE_BREAK, cite, escape, tie
from reportkit.items.options import Shape, texts
from reportkit.measures.printed import counts, estimate, interval
from reportkit.model.certainty import MACHINE, Certainty, Level, Rating
from reportkit.model.evidence import Evidence
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._cells import ABSENT
from reportkit.tables._heads import Head, columns
from reportkit.tables._notes import Notes, who_judged

OPTIONS = {"certainty": Shape.TEXTS}

_HEADS = (
    Head("Outcome", 24),
    Head("Participants", 16),
    Head("With", 11, "center"),
    Head("Without", 11, "center"),
    Head("Relative effect", 14, "center"),
    Head("Certainty", 11),
    Head("What it says", 27),
    Head("Source", 6),
)
_FULL, _EMPTY = "●", "○"


def build(item: Item, review: Review) -> Table:
    """The table of an item's judgements, grouped by comparison and population."""
    evidence = review.evidence or Evidence()
    wanted = texts(item, "certainty")
    rated = [one for name in wanted for one in evidence.certainty if one.id == name]
    notes = Notes()
    titles = dict.fromkeys(_title(one) for one in rated)
    groups = tuple(
        Group(escape(title), tuple(_row(one, evidence, notes) for one in rated if _title(one) == title))
        for title in titles
    )
    proposed = who_judged(one.judged_by for one in rated)
    return Table(item.id, item.caption, columns(_HEADS), groups, (*notes.lines(), *proposed, *item.notes))


def _title(certainty: Certainty) -> str:
    return ": ".join(part for part in (certainty.comparison, certainty.population) if part)


def _row(certainty: Certainty, evidence: Evidence, notes: Notes) -> tuple[Cell, ...]:
    return (
        Cell(escape(certainty.outcome)),
        Cell(escape(certainty.participants) or ABSENT),
        _arm(certainty.with_, evidence),
        _arm(certainty.without, evidence),
        _effect(certainty.relative, evidence),
        Cell(_sure(certainty) + notes.mark(*_reasons(certainty.ratings))),
        Cell(escape(certainty.statement)),
        Cell(cite(_sources(certainty, evidence)) or ABSENT),
    )


def _arm(name: str, evidence: Evidence) -> Cell:
    result = evidence.results_by_id.get(name)
    if result is None:
        return Cell(ABSENT)
    printed = LINE_BREAK.join(escape(part) for part in (estimate(result), counts(result)) if part)
    return Cell(tie(printed, name), (name,))


def _effect(name: str, evidence: Evidence) -> Cell:
    result = evidence.results_by_id.get(name)
    if result is None:
        return Cell(ABSENT)
    printed = LINE_BREAK.join(escape(part) for part in (estimate(result), interval(result)) if part)
    return Cell(tie(printed, name), (name,))


def _sure(certainty: Certainty) -> str:
    level = certainty.level
    proposed = "\\*" if certainty.judged_by == MACHINE else ""
    return f"{level.words}{proposed}{LINE_BREAK}{_FULL * level}{_EMPTY * (Level.HIGH - level)}"


def _reasons(ratings: Iterable[Rating]) -> Iterator[str]:
    for rating in ratings:
        way = "Raised" if rating.step > 0 else "Lowered"
        levels = "one level" if abs(rating.step) == 1 else "two levels"
        yield f"{way} by {levels} for {rating.domain}: {escape(rating.reason.rstrip('.'))}."


def _sources(certainty: Certainty, evidence: Evidence) -> Iterator[str]:
    for name in certainty.rows:
        if result := evidence.results_by_id.get(name):
            yield result.source
