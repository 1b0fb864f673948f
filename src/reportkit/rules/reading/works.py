"""Which works the entries of a bibliography stand for, by identifiers that registries know."""

import re
from collections.abc import Iterator, Mapping

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.rules.reading.dois import doi_prefix, folded_doi

_TELLING = frozenset({"archiveprefix", "doi", "eprint", "eprinttype", "note", "pmid", "url"})
_PMID_IN_NOTE = re.compile(r"\bPMID:?\s*([1-9]\d{0,7})\b")


def doi_of(reference: Reference) -> str:
    """The DOI of an entry, folded; from its address where it has no field of its own."""
    return _doi(_values(reference))


def pmid_of(reference: Reference) -> str:
    """The PubMed number of an entry, where BibTeX, BibLaTeX or a reference manager puts it."""
    return _pmid(_values(reference))


def identifiers(reference: Reference) -> tuple[str, ...]:
    """DOI and PubMed number of an entry, those that it has."""
    values = _values(reference)
    return tuple(filter(None, (_doi(values), _pmid(values))))


def all_identifiers(bibliography: Bibliography) -> frozenset[str]:
    """The identifiers of all entries."""
    return frozenset(each for reference in bibliography.references for each in identifiers(reference))


def works(bibliography: Bibliography) -> Iterator[tuple[Reference, tuple[str, ...]]]:
    """Each entry that counts with its identifiers; of several with one key the last counts."""
    for reference in bibliography.by_key.values():
        yield reference, identifiers(reference)


def _values(reference: Reference) -> Mapping[str, str]:
    return {field.name: field.value.strip() for field in reference.fields if field.name in _TELLING}


def _doi(values: Mapping[str, str]) -> str:
    if doi := values.get("doi"):
        return folded_doi(doi)
    url = values.get("url", "")
    return folded_doi(url) if "/" in doi_prefix(url) else ""


def _pmid(values: Mapping[str, str]) -> str:
    pmid = values.get("pmid", "")
    if not pmid and "pubmed" in {
        values.get("eprinttype", "").lower(),
        values.get("archiveprefix", "").lower(),
    }:
        pmid = values.get("eprint", "")
    if not pmid and (found := _PMID_IN_NOTE.search(values.get("note", ""))):
        pmid = found[1]
    return pmid.lstrip("0")
