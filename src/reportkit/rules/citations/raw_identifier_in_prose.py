"""A DOI, PubMed number or address in the text that belongs to an entry of the bibliography.

## Why it matters

The work is not cited there: it gets no number, and may be missing from the reference list.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (doi:10.1000/bones.12).

The others followed [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
```

```text
chapters/10-results.md:3:40: CIT016 `doi:10.1000/bones.12` is `nguyen2021` of the bibliography
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

An identifier is left alone where its paragraph cites the work by key, too, and so is a plain address in a
footnote or table.

## Known false positives

A list of publications that is set out by hand on purpose.

## Fix

The fix writes the key. It is not applied on its own: parentheses around the identifier may have to go.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.cited_prose import CitedProse, cited_prose
from reportkit.rules.reading.dois import folded_doi, trimmed
from reportkit.rules.reading.works import works
from reportkit.rules.rule import Data, Rule

_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:? ?)?10\.\d{4,9}/[^\s\"<>{}\ufffc]+", re.IGNORECASE
)
_PMID = re.compile(r"\bPMID:? ?(?P<number>[1-9]\d{0,7})\b")
_ADDRESS = re.compile(r"https?://[^\s\"<>{}\ufffc]+")
_PATH = re.compile(r"\w/\w")  # the address of a page, not of a whole site
_RUNNING = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM}


def check(review: Review) -> Iterator[Diagnostic]:
    """Visible identifiers of entries that their paragraph does not cite."""
    known = _known(review)
    for block in cited_prose(review):
        found = [identifier for identifier in _identifiers(block) if identifier[0] in known]
        cited = block.keys if found else ()
        for work, start, end in found:
            if known[work] not in cited:
                yield _finding(block, start, end, known[work])


def _known(review: Review) -> dict[str, str]:
    """What may stand in a text for an entry, and its key."""
    known: dict[str, str] = {}
    for reference, identifiers in works(review.bibliography):
        known |= dict.fromkeys(identifiers, reference.key)
        if _PATH.search(url := reference.text("url")):
            known[_folded(url)] = reference.key
    return known


def _identifiers(block: CitedProse) -> Iterator[tuple[str, int, int]]:
    text = block.text
    if "10." in text:
        for found in _DOI.finditer(text):
            written = trimmed(found[0])
            yield folded_doi(written), found.start(), found.start() + len(written)
    if "PMID" in text:
        for found in _PMID.finditer(text):
            yield found["number"], *found.span()
    if "://" in text and block.prose.kind in _RUNNING:
        for found in _ADDRESS.finditer(text):
            written = trimmed(found[0])
            if not _DOI.fullmatch(written):
                yield _folded(written), found.start(), found.start() + len(written)


def _folded(address: str) -> str:
    """An address without what may differ between two ways to write it."""
    return re.sub(r"^https?://(?:www\.)?", "", address.replace("\\", "")).rstrip("/").lower()


def _finding(block: CitedProse, start: int, end: int, key: str) -> Diagnostic:
    location = block.locate(start, end)
    message = f"`{block.text[start:end]}` is `{key}` of the bibliography"
    fix = _citing(block, start, end, key, location)
    return RULE.diagnostic(location, message, f"Write `[@{key}]` instead.", key, fix)


def _citing(block: CitedProse, start: int, end: int, key: str, location: Location) -> Fix | None:
    """The key in the place of the identifier, if that is written as it is read and no part of a link."""
    source = block.chapter.source
    span = block.prose.span(start, end)
    if source.text[span.start : span.end] != block.text[start:end] or "[" in block.text[start:end]:
        return None
    around = source.text[span.start - 1 : span.start] + source.text[span.end : span.end + 1]
    if around == "<>":
        location = source.locate(Span(span.start - 1, span.end + 1))
    elif set(around) & set("[]<>"):
        return None
    return Fix(Applicability.UNSAFE, f"cite `{key}`", (Edit(location, f"[@{key}]"),))


RULE = Rule(
    code="CIT016",
    name="raw-identifier-in-prose",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
