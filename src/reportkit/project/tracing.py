"""Follow a claim to its evidence, and evidence to the claims that rest on it."""

from collections.abc import Collection, Iterable
from pathlib import Path

from reportkit.errors import UsageError
from reportkit.measures.near import did_you_mean
from reportkit.model.evidence import Evidence, Result
from reportkit.model.location import Location
from reportkit.model.locks import Nature, Notice
from reportkit.model.review import Review
from reportkit.model.tracing import Impact, Trace
from reportkit.project.items import with_items
from reportkit.project.load import load_review
from reportkit.rules.reading.notices import noticed
from reportkit.rules.reading.uses import uses


def why(root: Path, name: str) -> Trace:
    """Where one row comes from and what rests on it."""
    review, evidence = _read(root)
    result = evidence.results_by_id.get(name)
    if result is None:
        hint = did_you_mean(name, evidence.results_by_id, "`results.csv` has the ids of all rows.")
        raise UsageError(f"the evidence has no row `{name}`", hint)
    return _traces(review, evidence, [result])[0]


def impact(root: Path, name: str) -> Impact:
    """What would be in doubt if a study or a reference were."""
    review, evidence = _read(root)
    study = evidence.studies_by_id.get(name)
    if study is None and name not in review.bibliography.by_key:
        known = [*evidence.studies_by_id, *review.bibliography.by_key]
        raise UsageError(f"there is no study and no reference `{name}`", did_you_mean(name, known))
    rows = [row for row in evidence.results if name in {row.study, row.source}]
    keys = {name, *(report.reference for report in study.reports)} if study else {name}
    return Impact(
        name,
        _traces(review, evidence, rows),
        tuple(_citing(review, name)),
        _notices(review, keys),
    )


def _read(root: Path) -> tuple[Review, Evidence]:
    review = with_items(load_review(root))
    if review.evidence is None:
        raise UsageError("this review has no evidence database", "Run this in the review's folder.")
    return review, review.evidence


def _traces(review: Review, evidence: Evidence, rows: Iterable[Result]) -> tuple[Trace, ...]:
    used = uses(review)
    return tuple(
        Trace(
            row,
            evidence.studies_by_id.get(row.study),
            evidence.extraction(row),
            evidence.verification(row),
            evidence.ratings(row),
            _notices(review, {row.source}),
            used.get(row.id, ()),
        )
        for row in rows
    )


def _notices(review: Review, keys: Collection[str]) -> tuple[Notice, ...]:
    return tuple(notice for reference, notice in noticed(review, *Nature) if reference.key in keys)


def _citing(review: Review, key: str) -> Iterable[Location]:
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if citation.key == key:
                yield chapter.locate(citation.span)
