"""Numbers of trial registers: in the prose of chapters, in the bibliography and among studies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.diagnostic import Applicability, Edit, Fix
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import PRINTED, written_fields
from reportkit.rules.reading.running_text import running_text

_NUMBER = "number"
_TEXTS = PRINTED - {"url", "doi", "crossref", "xdata"}


@dataclass(frozen=True, slots=True)
class Registration:
    """What looks like a number of a register: the part `number` of a pattern, and where it stands.

    `subject` is the key of an entry or the id of a study. Where the number is not written as it is read, or
    stands in a study, which is located as a whole, it is not for an edit.
    """

    found: re.Match[str]
    location: Location
    subject: str | None = None
    is_plain: bool = False
    is_of_study: bool = False

    @property
    def words(self) -> str:
        """The number for a message, with the study whose it is."""
        return f"`{self.number}` of study `{self.subject}`" if self.is_of_study else f"`{self.number}`"

    @property
    def number(self) -> str:
        """The number as it is read, on one line."""
        return " ".join(self.found[_NUMBER].split())

    def mended(self, number: str, applicability: Applicability = Applicability.SAFE) -> Fix | None:
        """The fix that writes another number in its place."""
        edit = Edit(self.location, number)
        return Fix(applicability, f"write `{number}`", (edit,)) if self.is_plain else None


def in_prose(review: Review, pattern: re.Pattern[str]) -> Iterator[Registration]:
    """What a reader of the chapters reads."""
    for chapter, prose in running_text(review):
        for found in pattern.finditer(prose.text):
            start, end = found.span(_NUMBER)
            span = prose.span(start, end)
            yield Registration(found, chapter.locate(span), is_plain=len(span) == end - start)


def in_bibliography(review: Review, pattern: re.Pattern[str]) -> Iterator[Registration]:
    """The fields of references but for addresses, in which a register may write the number otherwise."""
    for written in written_fields(review.bibliography, *_TEXTS, holding=pattern):
        for found in pattern.finditer(written.text):
            place = written.place(Span(*found.span(_NUMBER)))
            yield Registration(found, place, written.reference.key, is_plain=written.source is not None)


def in_studies(review: Review, pattern: re.Pattern[str]) -> Iterator[Registration]:
    """The registrations of studies in the evidence."""
    for study in review.evidence.studies if review.evidence else ():
        for registration in study.registrations:
            for found in pattern.finditer(registration):
                yield Registration(found, study.location, study.id, is_of_study=True)
