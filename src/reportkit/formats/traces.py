"""What rests on a row, a study or a reference, as text."""

from collections.abc import Iterable, Iterator

from reportkit.measures.printed import printed_numbers
from reportkit.model.evidence import Result
from reportkit.model.location import Location
from reportkit.model.locks import Notice
from reportkit.model.tracing import Impact, Trace, Use


def render_why(trace: Trace) -> str:
    """Where a row comes from, and what rests on it."""
    return _joined(_origin(trace), _used(trace.uses))


def render_impact(impact: Impact) -> str:
    """Notices first, then each row with what rests on it, then the places that cite."""
    rows = [line for trace in impact.traces for line in _row(trace)]
    cited = [f"cited at {_places(impact.citations)}"] if impact.citations else []
    return _joined(map(_notice, impact.notices), rows, cited, [_summary(impact)])


def _joined(*parts: Iterable[str]) -> str:
    return "".join(f"{line}\n" for part in parts for line in part)


def _origin(trace: Trace) -> Iterator[str]:
    result, study = trace.result, trace.study
    yield f"{result.id}: {printed_numbers(result)}"
    facts = {
        "study": f"{study.name} ({', '.join(study.registrations) or 'no registration'})" if study else "",
        "group": _listed(study.arm_label(result.arm) if study else result.arm, result.population),
        "outcome": _listed(result.outcome, result.timepoint, result.analysis_set),
        "source": _listed(f"@{result.source}", result.locator),
        "report": _listed(*map(_notice, trace.notices), _replaced(trace)),
        "words": f"“{result.words}”" if result.words else "",
        "read at": result.seen_at,
        "extracted": _extracted(trace),
        "verified": _verified(trace),
        "certainty": ", ".join(dict.fromkeys(rated.words for rated in trace.certainty)) or "not rated",
        "caution": result.printed_inconsistent,
        "row": str(result.location),
    }
    yield from (f"    {name}: {fact}" for name, fact in facts.items() if fact)


def _row(trace: Trace) -> Iterator[str]:
    yield f"{trace.result.id}: {printed_numbers(trace.result)}"
    yield from _used(trace.uses)


def _used(uses: Iterable[Use]) -> Iterator[str]:
    told = False
    for use in uses:
        told = True
        yield f"    {use.location}: {use.kind}: {use.text}"
    if not told:
        yield "    nothing rests on it"


def _replaced(trace: Trace) -> str:
    report = trace.study.report(trace.result.source) if trace.study else None
    return f"replaced by @{report.superseded_by}" if report and report.superseded_by else ""


def _extracted(trace: Trace) -> str:
    extraction = trace.extraction
    return f"{extraction.by}, {extraction.on or 'day not recorded'}" if extraction else "not recorded"


def _verified(trace: Trace) -> str:
    verification = trace.verification
    return f"by {verification.by}, {verification.on}" if verification else "by no person"


def _notice(notice: Notice) -> str:
    day = f", {notice.date}" if notice.date else ""
    return (
        f"{notice.nature}{day}: {', '.join(notice.works)} ({', '.join(notice.reasons) or 'no reason given'})"
    )


def _places(places: Iterable[Location]) -> str:
    return ", ".join(map(str, places))


def _listed(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _summary(impact: Impact) -> str:
    uses = {use for trace in impact.traces for use in trace.uses}
    counts = {kind: sum(use.kind == kind for use in uses) for kind in sorted({use.kind for use in uses})}
    told = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())
    rows = _rows([trace.result for trace in impact.traces])
    return f"{impact.name}: {rows}; resting on them: {told or 'nothing'}; cited {len(impact.citations)} times"


def _rows(results: list[Result]) -> str:
    return f"{len(results)} row{'' if len(results) == 1 else 's'}"
