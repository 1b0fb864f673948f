"""Two entries with the same DOI.

## Why it matters

One work gets two numbers in the reference list, and its patients seem to be two groups.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @an2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}

@article{an2021,
  author  = {Nguyen, A.},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/BONES.12},
}
```

```text
references.bib:14:14: BIB034 `an2021` has the same DOI as `nguyen2021`
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}

@article{an2021,
  author  = {Nguyen, An},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.13},
}
```

## Known false positives

Chapters that carry the DOI of their book. Take it away: a chapter without a DOI of its own has none.

## Fix

Keep one entry and cite it everywhere, or correct the DOI that is wrong.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.titles import alike
from reportkit.rules.reading.works import doi_of
from reportkit.rules.rule import Data, Rule

_BEGIN = "10."


def check(review: Review) -> Iterator[Diagnostic]:
    """Every entry after the first with a DOI, unless it is the same key again."""
    for part in review.bibliography.parts:
        yield from _duplicates(part)


def _duplicates(bibliography: Bibliography) -> Iterator[Diagnostic]:
    first: dict[str, Reference] = {}
    for reference in bibliography.references:
        doi = doi_of(reference)
        same = first.setdefault(doi, reference)
        if doi.startswith(_BEGIN) and same.key != reference.key:
            message = f"`{reference.key}` has the same DOI as `{same.key}`{_difference(reference, same)}"
            hint = "Keep one of the two entries and cite it everywhere, or correct the DOI that is wrong."
            field = reference.field("doi" if reference.text("doi") else "url")
            place = field.value_location if field else reference.key_location
            found = RULE.diagnostic(place, message, hint, reference.key)
            yield replace(found, related=(Related(same.key_location, "the first entry with this DOI"),))


def _difference(one: Reference, other: Reference) -> str:
    if alike(one.text("title"), other.text("title")):
        return ""
    return ", but another title: one DOI is wrong, or belongs to the book around a chapter"


RULE = Rule(
    code="BIB034",
    name="duplicate-doi",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
