"""The evidence of two editions: rows, studies, certainty, and the numbers in the text that rest on them."""

from dataclasses import dataclass

from reportkit.measures.printed import printed_numbers
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review
from reportkit.redline.numbers import MovedNumber, moved_numbers
from reportkit.redline.records import (
    Records,
    certainty_texts,
    compare_records,
    result_texts,
    study_texts,
)


@dataclass(frozen=True, slots=True)
class EvidenceRedline:
    """What happened to the evidence and to the numbers that rest on it."""

    rows: Records
    studies: Records
    certainty: Records
    numbers: tuple[MovedNumber, ...]


def compare_evidence(before: Review, now: Review) -> EvidenceRedline:
    """Compare by the ids of rows, studies and ratings."""
    old, new = before.evidence or Evidence(), now.evidence or Evidence()
    return EvidenceRedline(
        compare_records(old.results, new.results, result_texts, printed_numbers),
        compare_records(old.studies, new.studies, study_texts, lambda study: study.name),
        compare_records(
            old.certainty, new.certainty, certainty_texts, lambda c: f"{c.outcome}: {c.level.words}"
        ),
        moved_numbers(before, now),
    )
