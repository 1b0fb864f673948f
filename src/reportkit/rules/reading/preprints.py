"""Which entries of a bibliography are preprints."""

import re

from reportkit.model.bibliography import Reference
from reportkit.rules.reading.works import doi_of

# Journals share the prefix 10.1101 with two servers, whose DOIs are numbers.
_DOI = re.compile(
    r"10\.(?:48550/arxiv|1101/(?:\d{6}|\d{4}\.\d\d\.\d\d\.)|64898/|21203/rs|20944/preprints|26434/chemrxiv"
    r"|2139/ssrn|36227/techrxiv|31234/|31235/|31219/osf|22541/au|7287/peerj\.preprints)"
)
_NAME = re.compile(
    r"\b(?:(?:ar|bio|med|chem|psy|soc|tech|eng)r?xiv|ssrn|preprints?|research square)\b", re.IGNORECASE
)
_VENUES = ("journal", "journaltitle", "booktitle")
_ELSEWHERE = ("howpublished", "publisher", "note", "institution")


def is_preprint(reference: Reference) -> bool:
    """By its DOI where it has one, else by the journal or, where none is named, by what stands elsewhere.

    Many published articles name their preprint as `eprint`.
    """
    if doi := doi_of(reference):
        return _DOI.match(doi) is not None
    if venue := reference.text(*_VENUES):
        return _NAME.search(venue) is not None
    if reference.text("eprinttype", "archiveprefix").lower() == "arxiv":
        return True
    return any(_NAME.search(reference.text(name)) for name in _ELSEWHERE)
