"""A work whose journal has published an expression of concern.

## Why it matters

The journal doubts the work and has not decided yet. Readers ought to know.

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
3/9/2022 0:00,10.1000/notice.1,10.1000/bones.12,0,Expression of concern,
```

```text
references.bib:1:10: BIB038 `nguyen2021` was put under an expression of concern on 2022-03-09
```

## Passes

A work that has been retracted since is BIB037 alone. A remark in the entry is enough.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
  note    = {Expression of concern of 9 March 2022},
}
```

## Fix

Read the notice, and say in the entry that it exists: `note = {Expression of concern …}`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.locks import Nature
from reportkit.model.review import Review
from reportkit.rules.reading.notices import day_and_reasons, read_it, unmarked
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries whose strongest standing notice is an expression of concern and that do not say so."""
    for reference, notice in unmarked(review, Nature.CONCERN):
        message = f"`{reference.key}` was put under an expression of concern{day_and_reasons(notice)}"
        hint = f"{read_it(notice)} Say in the `note` of the entry that it exists."
        yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB038",
    name="expression-of-concern",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.RETRACTIONS}),
    check=check,
    documentation=__doc__,
)
