"""A work that has been corrected.

## Why it matters

A correction often changes a table: numbers extracted before may be the wrong ones. It is no retraction.

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
3/9/2022 0:00,10.1000/notice.1,10.1000/bones.12,0,Correction,Error in Table;
```

```text
references.bib:1:10: BIB039 `nguyen2021` was corrected on 2022-03-09 (Error in Table)
```

## Passes

Say in the entry that the correction is known.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
  note    = {Numbers are those of the correction of 9 March 2022},
}
```

## Fix

Compare the extracted numbers with the correction, and name it in the `note` of the entry.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.locks import Nature
from reportkit.model.review import Review
from reportkit.rules.reading.notices import day_and_reasons, read_it, unmarked
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries whose strongest standing notice is a correction and that do not say so."""
    for reference, notice in unmarked(review, Nature.CORRECTION):
        message = f"`{reference.key}` was corrected{day_and_reasons(notice)}"
        hint = f"{read_it(notice)} Compare extracted numbers with it, and name it in the `note` of the entry."
        yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB039",
    name="corrected",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.RETRACTIONS}),
    check=check,
    documentation=__doc__,
)
