"""An article that cannot be looked up among retractions.

## Why it matters

Without DOI and PubMed number nobody can tell whether the work has been retracted: it has not passed.

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
}
```

```csv retraction.lock.csv
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2022 0:00,10.1000/notice.1,10.1000/casts.1,0,Retraction,Error in Data;
```

```text
references.bib:1:10: BIB040 whether `nguyen2021` was retracted cannot be told: it has neither DOI nor PMID
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pmid    = {31234567},
}
```

## Known false positives

Journals that give their articles no DOI and are not in PubMed.

## Fix

Add the DOI or the PubMed number. Entries of other types, such as books and web pages, are only counted as
unchecked.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.works import works
from reportkit.rules.rule import Data, Rule

_WITH_IDENTIFIER = frozenset({"article", "inproceedings", "conference"})


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries without identifier, of types that have one."""
    for reference, identifiers in works(review.bibliography):
        if not identifiers and reference.type in _WITH_IDENTIFIER:
            message = f"whether `{reference.key}` was retracted cannot be told: it has neither DOI nor PMID"
            hint = "Add the DOI or the PubMed number."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB040",
    name="retraction-unchecked",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.RETRACTIONS}),
    check=check,
    documentation=__doc__,
)
