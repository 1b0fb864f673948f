"""What the metadata lock says about the entries of a bibliography, where it is about the same works."""

from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Unchecked
from reportkit.model.locks import WorkRecord
from reportkit.model.review import Review
from reportkit.rules.reading.dois import folded_doi
from reportkit.rules.reading.works import doi_of, pmid_of, works


def registered(review: Review) -> Iterator[tuple[Reference, WorkRecord]]:
    """The entries with their records, but for those that name other works than were looked up."""
    for key, record in review.metadata.records.items() if review.metadata else ():
        reference = review.bibliography.by_key.get(key)
        if reference and _is_of(record, reference):
            yield reference, record


def unregistered(review: Review, code: str) -> Iterator[Unchecked]:
    """Entries with an identifier that the lock says nothing about: they came or changed behind its day."""
    known = {reference.key for reference, _ in registered(review)}
    for reference, identifiers in works(review.bibliography):
        if identifiers and reference.key not in known:
            yield Unchecked(code, reference.key, "the metadata lock has no record with its DOI or PMID")


def _is_of(record: WorkRecord, reference: Reference) -> bool:
    doi, pmid = doi_of(reference), pmid_of(reference)
    return folded_doi(record.doi) == doi if doi and record.doi else record.pmid == pmid != ""
