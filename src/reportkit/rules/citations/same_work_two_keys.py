"""Two keys that are cited for one and the same work.

## Why it matters

The reference list has the work twice, under two numbers, and its patients seem to be two groups.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021], which others confirm [@an2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pmid    = {30000001},
}

@article{an2021,
  author  = {Nguyen, A.},
  title   = {Walking after a cast},
  journal = {Journal of Small Bones},
  year    = {2021},
  pmid    = {30000001},
}
```

```text
chapters/10-results.md:3:76: CIT004 `an2021` is the same work as `nguyen2021`: PMID 30000001
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021], which the same paper confirms [@nguyen2021].
```

A preprint and its later paper have identifiers of their own and are two works here. Two entries with one DOI
are BIB034, whether they are cited or not.

## Fix

The fix cites the key that comes first everywhere in the chapter. It is not applied on its own: an identifier
may have been copied into the wrong entry.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reportkit.model.bibliography import Reference
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.reading.dois import folded_doi
from reportkit.rules.reading.works import doi_of, pmid_of
from reportkit.rules.rule import Data, Rule

_ARXIV = re.compile(r"(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_KEY = re.compile(r"(doi|pmid|arxiv):(.+)", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """The first citation, in each chapter, of a key whose work has been cited under another one."""
    first: dict[str, tuple[str, Location]] = {}
    for chapter in review.chapters:
        cited: dict[str, list[Citation]] = defaultdict(list)
        for citation in chapter.scan.citations:
            cited[citation.key].append(citation)
        for key, citations in cited.items():
            here = chapter.locate(citations[0].span)
            for work in _works(key, review.bibliography.by_key.get(key)):
                known, place = first.setdefault(work, (key, here))
                if known != key and not _is_told_or_apart(review, key, known):
                    found = _finding(chapter, citations, known, work)
                    yield replace(found, related=(Related(place, f"`{known}` is cited here first"),))
                    break


def _works(key: str, reference: Reference | None) -> Iterator[str]:
    """What registries call the work behind a key; a key may itself be an identifier."""
    if found := _KEY.fullmatch(key):
        kind, value = found[1].upper(), found[2]
        yield f"{kind} {folded_doi(value) if kind == 'DOI' else value.lower()}"
    if reference is None:
        return
    if doi := doi_of(reference):
        yield f"DOI {doi}"
    if (pmid := pmid_of(reference)).isdigit():
        yield f"PMID {pmid}"
    arxiv = _ARXIV.fullmatch(reference.text("eprint"))
    if arxiv and reference.text("archiveprefix", "eprinttype").lower() == "arxiv":
        yield f"ARXIV {arxiv[1].lower()}"


def _is_told_or_apart(review: Review, *keys: str) -> bool:
    """Whether both have an entry, and one DOI in both, or no document that uses both of their files."""
    entries = [review.bibliography.by_key.get(key) for key in keys]
    dois = {doi_of(reference) if reference else "" for reference in entries}
    if len(dois) == 1 and "" not in dois:
        return True
    return None not in entries and not any(
        set(keys) <= part.by_key.keys() for part in review.bibliography.parts
    )


def _finding(chapter: Chapter, citations: list[Citation], known: str, work: str) -> Diagnostic:
    edits = tuple(Edit(chapter.locate(citation.key_span), known) for citation in citations)
    fix = Fix(Applicability.UNSAFE, f"cite `{known}`", edits)
    key = citations[0].key
    message = f"`{key}` is the same work as `{known}`: {work.replace('ARXIV', 'arXiv')}"
    hint = "Cite one of the two keys everywhere, or correct the identifier that is wrong."
    return RULE.diagnostic(chapter.locate(citations[0].span), message, hint, key, fix)


RULE = Rule(
    code="CIT004",
    name="same-work-two-keys",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
