"""Record that a person compared results with their sources, and say how many were."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportkit.adapters.files import locate_file, write_atomically
from reportkit.adapters.provenance import verifications_csv
from reportkit.errors import UsageError
from reportkit.measures.near import did_you_mean
from reportkit.model.chapter import Chapter
from reportkit.model.evidence import Evidence, Verification
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.project.load import load_review

_FILE = "verifications.csv"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the results that a text is tied to a person has verified."""

    name: str
    verified: int
    tied: int


def verify(root: Path, names: Sequence[str], by: str, on: str) -> tuple[Verification, ...]:
    """Add a verification of each result as it is now; a later one of the same row takes the place."""
    review = load_review(root)
    evidence = _evidence(review)
    file = str(PurePosixPath(review.settings.evidence, _FILE))
    added = tuple(_verification(evidence, name, by, on, file) for name in dict.fromkeys(names))
    kept = [v for v in evidence.verifications if v.result not in {new.result for new in added}]
    content = verifications_csv(sorted((*kept, *added), key=lambda verification: verification.result))
    write_atomically(locate_file(root, file), content.encode())
    return added


def verified_shares(root: Path) -> tuple[Share, ...]:
    """The share of each chapter that is tied to anything, in reading order, and that of all together."""
    review = load_review(root)
    evidence = _evidence(review)
    tied = {chapter.filename: _tied(chapter) for chapter in review.chapters}
    tied["all chapters"] = set().union(*tied.values())
    return tuple(_share(name, rows, evidence) for name, rows in tied.items() if rows)


def _evidence(review: Review) -> Evidence:
    if review.evidence is None:
        raise UsageError("this review has no evidence database", "Run this in the review's folder.")
    return review.evidence


def _verification(evidence: Evidence, name: str, by: str, on: str, file: str) -> Verification:
    result = evidence.results_by_id.get(name)
    if result is None:
        hint = did_you_mean(name, evidence.results_by_id)
        raise UsageError(f"the evidence has no row `{name}`", hint)
    return Verification(name, by, on, result.digest, Location.top(file))


def _tied(chapter: Chapter) -> set[str]:
    return {row for tie in chapter.scan.ties for row in tie.rows}


def _share(name: str, rows: Collection[str], evidence: Evidence) -> Share:
    known = [result for row in rows if (result := evidence.results_by_id.get(row))]
    verified = sum(evidence.verification(result) is not None for result in known)
    return Share(name, verified, len(known))
