"""A meeting abstract that looks like a full paper.

## Why it matters

An abstract is not reviewed as a paper is, and its numbers are often preliminary. A reader has to see that
nothing more was published.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  volume  = {12},
  number  = {Supplement 1},
  pages   = {S123},
}
```

```text
references.bib:1:10: BIB049 `nguyen2021` looks like a meeting abstract: one page of a supplement
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  volume  = {12},
  number  = {Supplement 1},
  pages   = {S123},
  note    = {Meeting abstract},
}
```

## Known false positives

Short papers in supplements, such as editorials and letters.

## Fix

Look for the full paper. Where there is none, write `entrysubtype = {abstract}`, or a `note` that says so.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.pages import number, page_ranges
from reportkit.rules.rule import Data, Risk, Rule

_SUPPLEMENT = re.compile(r"suppl|(?:^|[\s(])s\d", re.IGNORECASE)
_SAYS_SO = re.compile(r"abstract|poster|meeting|conference|congress|proceedings", re.IGNORECASE)
_TITLED = re.compile(
    r"\W*abstract\s+(?:no\.?\s*)?[\w-]{0,9}\d[\w-]{0,9}\s?[:.]|.*[(\[]abstract\b", re.IGNORECASE | re.DOTALL
)
_NUMBERS_PAPERS = re.compile(r"10\.1186/")  # a publisher whose papers in supplements have one number each


def check(review: Review) -> Iterator[Diagnostic]:
    """Articles that say so in their title, or take up hardly a page of a supplement, and say so nowhere."""
    for reference in review.bibliography.references:
        if reference.type == "article" and (why := _reason(reference)) and not _is_marked(reference):
            message = f"`{reference.key}` looks like a meeting abstract: {why}"
            hint = "Cite the full paper, or mark it with `entrysubtype = {abstract}`."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


def _reason(reference: Reference) -> str:
    title = reference.text("title")
    if "abstract" in title.lower() and _TITLED.match(title):
        return "its title says so"
    issue = " ".join(reference.text(name) for name in ("number", "issue", "volume"))
    pages = reference.text("pages")
    if not pages or not _SUPPLEMENT.search(issue) or _NUMBERS_PAPERS.search(reference.text("doi")):
        return ""
    return {1: "one page of a supplement", 2: "two pages of a supplement"}.get(_length(pages), "")


def _length(pages: str) -> int:
    """How many pages these are, nothing where that cannot be told."""
    if pages.isalnum():
        return 1
    ranges = list(page_ranges(pages))
    if len(ranges) != 1 or not (number(ranges[0].first) and number(ranges[0].last)):
        return 0
    first, last = number(ranges[0].first), number(ranges[0].last)
    return int(first[: len(first) - len(last)] + last) - int(first) + 1


def _is_marked(reference: Reference) -> bool:
    said = (
        reference.text(name)
        for name in ("note", "entrysubtype", "type", "titleaddon", "addendum", "howpublished")
    )
    return any(_SAYS_SO.search(text) for text in said)


RULE = Rule(
    code="BIB049",
    name="conference-abstract",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
