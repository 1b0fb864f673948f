"""Where something that a document shows under a name is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportkit.errors import UsageError
from reportkit.measures.paragraph_ids import paragraph_ids, parts
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.project.load import load_review

_NAMED = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM}
_CITATION = "\ufffc"  # what the scanner leaves in its place
_HINT = "An id is what stands behind the # of a link in the document, such as p-k3fq-9wqm."


@dataclass(frozen=True, slots=True)
class Written:
    """A place in the sources and what stands there; `changed` says what differs from what was asked for."""

    location: Location
    text: str
    changed: str = ""


def where(root: Path, name: str) -> tuple[Written, ...]:
    """The source of what the documents call `name`, or the paragraphs that share an end with it.

    A whole link is a name, too.
    """
    review = load_review(root)
    identifier = name.rpartition("#")[2]
    paragraphs = dict(paragraphs_of(review))
    if identifier in paragraphs:
        return (paragraphs[identifier],)
    found = tuple(_elsewhere(review, identifier)) or tuple(_similar(paragraphs, identifier))
    if not found:
        raise UsageError(f"no document of this review has a place `{identifier}`", _HINT)
    return found


def paragraphs_of(review: Review) -> Iterator[tuple[str, Written]]:
    """The id of each paragraph of the chapters and where it is written, in reading order."""
    prose = [(chapter, p) for chapter in review.chapters for p in chapter.scan.prose if p.kind in _NAMED]
    ids = paragraph_ids(paragraph.text for _, paragraph in prose)
    for identifier, (chapter, paragraph) in zip(ids, prose, strict=True):
        if identifier:
            place = chapter.locate(paragraph.span(0, len(paragraph.text)))
            yield identifier, Written(place, paragraph.text.replace(_CITATION, ""))


def _elsewhere(review: Review, name: str) -> Iterator[Written]:
    """Sections, tables and figures, rows of the evidence, references."""
    for chapter in review.chapters:
        for label in chapter.scan.labels:
            if label.label == name:
                place = chapter.locate(label.span)
                yield Written(place, chapter.source.line(place.start.row))
    row = review.evidence.results_by_id.get(name.removeprefix("ev-")) if review.evidence else None
    if row and name.startswith("ev-"):
        yield Written(row.location, row.id)
    reference = review.bibliography.by_key.get(name.removeprefix("ref-"))
    if reference and name.startswith("ref-"):
        yield Written(reference.location, reference.key)


def _similar(paragraphs: dict[str, Written], name: str) -> Iterator[Written]:
    wanted = parts(name)
    for identifier, written in paragraphs.items() if wanted else ():
        shared = parts(identifier)
        if wanted and shared and (changed := _changed(wanted, shared)):
            yield Written(written.location, written.text, changed)


def _changed(wanted: tuple[str, str], found: tuple[str, str]) -> str:
    match (wanted[0] == found[0], wanted[1] == found[1]):
        case (True, True):
            return "the same beginning and end"
        case (True, False):
            return "the same beginning, another end"
        case (False, True):
            return "another beginning, the same end"
    return ""
