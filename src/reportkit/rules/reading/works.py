"""Which works the entries of a bibliography stand for, by identifiers that registries know."""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.rules.reading.dois import doi_prefix, folded_doi

_PMID_IN_NOTE = re.compile(r"\bPMID:?\s*([1-9]\d{0,7})\b")


def doi_of(reference: Reference) -> str:
    """The DOI of an entry, folded; from its address where it has no field of its own."""
    if doi := reference.text("doi"):
        return folded_doi(doi)
    url = reference.text("url")
    return folded_doi(url) if "/" in doi_prefix(url) else ""


def pmid_of(reference: Reference) -> str:
    """The PubMed number of an entry, where BibTeX, BibLaTeX or a reference manager puts it."""
    pmid = reference.text("pmid")
    if not pmid and "pubmed" in {reference.text(name).lower() for name in ("eprinttype", "archiveprefix")}:
        pmid = reference.text("eprint")
    if not pmid and (found := _PMID_IN_NOTE.search(reference.text("note"))):
        pmid = found[1]
    return pmid.lstrip("0")


def identifiers(reference: Reference) -> tuple[str, ...]:
    """DOI and PubMed number of an entry, those that it has."""
    return tuple(filter(None, (doi_of(reference), pmid_of(reference))))


def all_identifiers(bibliography: Bibliography) -> frozenset[str]:
    """The identifiers of all entries."""
    return frozenset(each for reference in bibliography.references for each in identifiers(reference))


def works(bibliography: Bibliography) -> Iterator[tuple[Reference, tuple[str, ...]]]:
    """Each entry that counts with its identifiers; of several with one key the last counts."""
    for reference in bibliography.by_key.values():
        yield reference, identifiers(reference)
