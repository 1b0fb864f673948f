"""A lock of registry data that is old.

## Why it matters

Works are retracted and corrected every day; an old lock knows nothing of it.

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
# 2024-03-31
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2022 0:00,10.1000/notice.1,10.1000/casts.1,0,Retraction,Error in Data;
```

```toml reportkit.toml
data-date = 2024-05-31
```

```text
retraction.lock.csv:1:1: BIB041 this lock is 61 days old on 2024-05-31
```

## Passes

```csv retraction.lock.csv
# 2024-05-31
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2022 0:00,10.1000/notice.1,10.1000/casts.1,0,Retraction,Error in Data;
```

## Fix

Fetch the lock anew. Age is counted on the day `today` of the settings, or on the data date: the clock decides
nothing, so that a check gives the same result every day. How old a lock may be is said by `lock-days`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.lock_ages import lock_ages
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Locks of a known day that is too long ago."""
    for lock in lock_ages(review):
        if lock.days is not None and lock.days > review.settings.lock_days:
            hint = f"Fetch it anew: `lock-days` allows {review.settings.lock_days}."
            message = f"this lock is {lock.days} days old on {lock.today}"
            yield RULE.diagnostic(Location.top(lock.filename), message, hint)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Locks whose age cannot be told."""
    for lock in lock_ages(review):
        if not lock.day:
            yield Unchecked(RULE.code, lock.filename, "the lock does not say of which day it is")
        elif not lock.today:
            yield Unchecked(RULE.code, lock.filename, "the settings say neither `today` nor `data-date`")


RULE = Rule(
    code="BIB041",
    name="stale-snapshot",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    unchecked=unchecked,
    documentation=__doc__,
)
