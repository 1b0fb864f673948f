"""A work that has been retracted.

## Why it matters

Readers take what a review cites for true. Works are looked up by DOI and PubMed number in
`retraction.lock.csv`, the database of Retraction Watch as it was on a certain day; entries that have neither
are counted as unchecked.

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
  doi     = {10.1000/bones.12},
}
```

```csv retraction.lock.csv
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2022 0:00,10.1000/notice.1,10.1000/bones.12,0,Retraction,Error in Data;
```

```text
references.bib:1:10: BIB037 `nguyen2021` was retracted on 2022-03-09 (Error in Data)
```

## Passes

A reference list may name a retracted work where it says that it is one.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
  note    = {Retracted on 9 March 2022},
}
```

## Fix

Take the work and what rests on it out of the review. Where the text is about the retraction, write it into
the entry: `note = {Retracted on …}`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity, Unchecked
from reportkit.model.locks import Nature
from reportkit.model.review import Review
from reportkit.rules.reading.notices import day_and_reasons, read_it, unmarked
from reportkit.rules.reading.works import works
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries whose strongest standing notice is a retraction and that do not say so."""
    for reference, notice in unmarked(review, Nature.RETRACTION):
        message = f"`{reference.key}` was retracted{day_and_reasons(notice)}"
        hint = f"{read_it(notice)} Take the work out, or say in its `note` that it is retracted."
        yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Entries that cannot be looked up."""
    for reference, identifiers in works(review.bibliography):
        if not identifiers:
            yield Unchecked(RULE.code, reference.key, "neither DOI nor PMID")


RULE = Rule(
    code="BIB037",
    name="retracted",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.RETRACTIONS}),
    check=check,
    unchecked=unchecked,
    documentation=__doc__,
)
