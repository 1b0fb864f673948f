"""The evidence index: for every tied number its row, where it was read and where it is used."""

from collections.abc import Callable, Mapping, Sequence

from reportkit.assemble.references import back_links
from reportkit.assemble.ties import TiePlace
from reportkit.assemble.tree import Node, Nodes, div, header, link, para, span, strong, words
from reportkit.measures.intervals import clopper_pearson
from reportkit.model.evidence import Evidence, Measure, Result, Study

INDEX_ID = "evidence-index"


def evidence_index(evidence: Evidence, places: Sequence[TiePlace], title: str, intro: Nodes) -> Nodes:
    """A section with one entry per row that a tied number names, by study and then in file order."""
    used = _used(places)
    heading = header(1, (INDEX_ID, ("unnumbered",), ()), words(title))
    blocks: Nodes = [heading, para(intro)]
    for study in evidence.studies:
        entries = [
            _entry(r, study, used[r.id]) for r in evidence.results if r.study == study.id and r.id in used
        ]
        if entries:
            blocks += [
                header(2, (f"{INDEX_ID}-{study.id}", ("unnumbered", "unlisted"), ()), words(study.name)),
                *entries,
            ]
    return blocks


def _used(places: Sequence[TiePlace]) -> Mapping[str, list[str]]:
    used: dict[str, list[str]] = {}
    for place in places:
        for row in dict.fromkeys(place.rows):
            used.setdefault(row, []).append(place.id)
    return used


def _entry(result: Result, study: Study, places: Sequence[str]) -> Node:
    lines = [line(result, study) for line in _LINES]
    shown = [para(inlines) for inlines in lines if inlines]
    used = para([*words(result.id), {"t": "Space"}, back_links(places, "Used:")])
    return div((f"ev-{result.id}", ("evidence-row",), ()), [*shown, div(("", ("row-id",), ()), [used])])


def _what(result: Result, study: Study) -> Nodes:
    arm = study.arm_label(result.arm)
    parts = [result.outcome, result.timepoint, arm, result.population, result.analysis_set]
    text = "; ".join(part for part in parts if part)
    return [strong(words(printed_value(result))), {"t": "Str", "c": " — "}, *words(f"{text}.")]


def _recomputed(result: Result, _: Study) -> Nodes:
    if result.measure is not Measure.PROPORTION or result.events is None or not result.total:
        return []
    if result.events > result.total:
        return []
    low, high = (f"{100 * bound:.1f}" for bound in clopper_pearson(result.events, result.total))
    share = f"{100 * result.events / result.total:.1f}"
    return words(f"Calculated: {share}%, exact 95% interval {low}–{high}%.")


def _source(result: Result, _: Study) -> Nodes:
    quote = f", “{result.words}”" if result.words else ""
    place = f" {result.locator}{quote}." if result.locator else "."
    kind = result.source_kind.replace("_", " ")
    read = (
        link(("", (), ()), words(kind), result.seen_at) if result.seen_at else span(("", (), ()), words(kind))
    )
    return [
        *words("Source: "),
        _cite(result.source),
        *words(f"{place} Read in: "),
        read,
        {"t": "Str", "c": "."},
    ]


def _state(result: Result, _: Study) -> Nodes:
    parts = {
        "Tier": result.tier,
        "Second reading": result.recheck.replace("_", " "),
        "Grading": result.grading_scale,
    }
    return words("; ".join(f"{name}: {value}" for name, value in parts.items() if value) + ".")


def _caution(result: Result, _: Study) -> Nodes:
    inconsistent = (
        f"The printed numbers do not agree: {result.printed_inconsistent}. "
        if result.printed_inconsistent
        else ""
    )
    note = f"Note: {result.note}." if result.note else ""
    return words((inconsistent + note).strip())


_LINES: tuple[Callable[[Result, Study], Nodes], ...] = (_what, _recomputed, _source, _state, _caution)


def _cite(key: str) -> Node:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], words(f"[@{key}]")]}


def printed_value(result: Result) -> str:
    """The numbers of a row as its source printed them."""
    unit = result.unit if result.unit == "%" else f"\u00a0{result.unit}"
    estimate = (
        f"{result.estimate_text}{unit}"
        if result.estimate_text and result.unit != "ratio"
        else result.estimate_text
    )
    counts = "/".join(str(n) for n in (result.events, result.total) if n is not None)
    interval = _interval(result)
    p = f"p {_relation(result.p.text)}" if result.p else ""
    return "; ".join(part for part in (estimate, interval, counts, p) if part) or "no number printed"


def _interval(result: Result) -> str:
    if result.ci_low is None and result.ci_high is None:
        return f"SE {result.se.text}" if result.se else ""
    bounds = "–".join(bound.text if bound else "not reached" for bound in (result.ci_low, result.ci_high))
    return f"{result.ci_level.text if result.ci_level else '95'}% CI {bounds}"


def _relation(p: str) -> str:
    return p if p[:1] in "<>" else f"= {p}"
