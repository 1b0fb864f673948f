"""Which entries of a bibliography stand under a notice: retracted, doubted or corrected."""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.locks import Nature, Notice
from reportkit.model.review import Review
from reportkit.rules.reading.works import works

_WORDS = {
    Nature.RETRACTION: re.compile(r"retract|withdraw", re.IGNORECASE),
    Nature.CONCERN: re.compile(r"concern|retract|withdraw", re.IGNORECASE),
    Nature.CORRECTION: re.compile(r"correct|corrigend|errat", re.IGNORECASE),
}
_MARK_BEFORE_TITLE = re.compile(r"[\W_]*(?:retracted|withdrawn|expression of concern)\b", re.IGNORECASE)
_REMARKS = ("note", "addendum", "pubstate")
_REASONS_TOLD = 2


def noticed(review: Review, *natures: Nature) -> Iterator[tuple[Reference, Notice]]:
    """The entries whose strongest standing notice is of one of these kinds."""
    if review.retractions and review.retractions.notices:
        for reference, identifiers in works(review.bibliography):
            notice = review.retractions.standing(identifiers)
            if notice and notice.nature in natures:
                yield reference, notice


def unmarked(review: Review, nature: Nature) -> Iterator[tuple[Reference, Notice]]:
    """Those of which the reference list does not tell: neither a remark of the entry nor its title does."""
    for reference, notice in noticed(review, nature):
        remarked = any(_WORDS[nature].search(reference.text(name)) for name in _REMARKS)
        if not remarked and not _MARK_BEFORE_TITLE.match(reference.text("title")):
            yield reference, notice


def day_and_reasons(notice: Notice) -> str:
    """` on 2021-03-09 (Error in Text)`, as far as they are known."""
    reasons = ", ".join(dict.fromkeys(notice.reasons[:_REASONS_TOLD]))
    return (f" on {notice.date}" if notice.date else "") + (f" ({reasons})" if reasons else "")


def read_it(notice: Notice) -> str:
    """Where the notice is found."""
    return (
        f"Read the notice, https://doi.org/{notice.notice_doi}." if notice.notice_doi else "Read the notice."
    )
