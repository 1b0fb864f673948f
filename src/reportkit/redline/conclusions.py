"""The sentences that conclude, as the settings name their chapters: which are new, reworded or less sure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportkit.model.evidence import Evidence
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.redline.alignment import align, word_likeness
from reportkit.redline.evidence import EvidenceRedline
from reportkit.redline.records import RecordChange, Records
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.reading.uses import is_conclusion

_CITATION_SIGN = "\ufffc"
_BEFORE_MARK = re.compile(r"\s(?=[.,;:])")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A sentence that concludes, the rows that it rests on, and where it stands."""

    text: str
    rows: frozenset[str]
    location: Location


@dataclass(frozen=True, slots=True)
class TouchedConclusion:
    """A conclusion as it was and as it is, one of which may be missing, and why it has to be read again."""

    before: str
    now: str
    location: Location
    reasons: tuple[str, ...]


def touched_conclusions(
    before: Review, now: Review, evidence: EvidenceRedline
) -> tuple[TouchedConclusion, ...]:
    """Conclusions whose words changed, or whose rows or certainty did, in reading order."""
    patterns = now.settings.conclusions or before.settings.conclusions
    old, new = (
        list(_conclusions(replace(side, settings=replace(side.settings, conclusions=patterns))))
        for side in (before, now)
    )
    doubts = _doubts(before, now, evidence)
    pairs = align(old, new, lambda conclusion: conclusion.text, _alike)
    touched = (_touched(earlier, present, doubts) for earlier, present in pairs)
    return tuple(conclusion for conclusion in touched if conclusion.reasons)


def _touched(
    before: Conclusion | None, now: Conclusion | None, doubts: Mapping[str, Sequence[str]]
) -> TouchedConclusion:
    conclusion = now or before
    assert conclusion is not None  # noqa: S101 - an alignment has one side at least
    wording = () if before and now and before.text == now.text else (_wording(before, now),)
    rows = sorted((before.rows if before else frozenset()) | (now.rows if now else frozenset()))
    behind = dict.fromkeys(reason for row in rows for reason in doubts.get(row, ()))
    texts = (before.text if before else "", now.text if now else "")
    return TouchedConclusion(*texts, conclusion.location, (*wording, *behind))


def _wording(before: Conclusion | None, now: Conclusion | None) -> str:
    return "reworded" if before and now else "new" if now else "left out"


def _doubts(before: Review, now: Review, evidence: EvidenceRedline) -> Mapping[str, Sequence[str]]:
    """For each row what happened to it and to the certainty of what it speaks of."""
    doubts: dict[str, list[str]] = {}
    for record, what in _happened(evidence.rows):
        doubts.setdefault(record.id, []).append(f"row {record.id} {what}")
    happened = {record.id: what for record, what in _happened(evidence.certainty)}
    ratings = {
        rating.id: rating for side in (before, now) for rating in (side.evidence or Evidence()).certainty
    }
    for name, what in happened.items():
        for row in ratings[name].rows:
            doubts.setdefault(row, []).append(f"certainty of {ratings[name].outcome} {what}")
    return doubts


def _happened(records: Records) -> Iterator[tuple[RecordChange, str]]:
    yield from ((record, "was added") for record in records.added)
    yield from ((record, "was removed") for record in records.removed)
    for record in records.changed:
        yield record, f"changed: {', '.join(field.name for field in record.fields)}"


def _alike(before: Conclusion, now: Conclusion) -> float:
    return word_likeness(Counter(before.text.split()), Counter(now.text.split()))


def _conclusions(review: Review) -> Iterator[Conclusion]:
    for chapter in review.chapters:
        for prose in chapter.scan.prose if is_conclusion(review, chapter.filename) else ():
            for part in sentences(prose.text):
                span = prose.span(part.start, part.end)
                ties = (tie for tie in chapter.scan.ties if _within(tie.text_span, span))
                text = _as_read(prose.text[part.start : part.end])
                if text:
                    rows = frozenset(row for tie in ties for row in tie.rows)
                    yield Conclusion(text, rows, chapter.locate(span))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _as_read(text: str) -> str:
    return _BEFORE_MARK.sub("", " ".join(text.replace(_CITATION_SIGN, " ").split()))
