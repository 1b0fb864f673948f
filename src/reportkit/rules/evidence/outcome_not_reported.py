"""A study whose primary outcome has no result, and nothing says why.

## Why it matters

A trial that asks one question and prints the answer to another one may have kept the first for itself.
Readers should see that it is missing.

The rule looks at studies that have results and a `primary_outcome`, of which no row has a word in common
with it.

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

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  primary_outcome: pain at six weeks
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/studies.yaml:2:3: EVI028 study `bones` has no result on its primary outcome, pain at six weeks
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  primary_outcome: pain at six weeks
  not_reported: the report gives none
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

## Known false positives

A primary outcome in other words than those of its rows.

## Fix

Extract the result, or write under `not_reported` why there is none; the table of studies prints it.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Study
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Risk, Rule

_UNKNOWN = re.compile(r"not\s(?:applicable|stated|seen|known|reported)", re.IGNORECASE)
_SMALL = frozenset(
    {
        "after",
        "and",
        "any",
        "at",
        "before",
        "by",
        "during",
        "end",
        "for",
        "from",
        "in",
        "no",
        "of",
        "or",
        "the",
    }
    | {"to", "two", "with", "within"}
)
_STEM = 4  # letters in which "healing" and "healed" agree
_HINT = "Extract the result, or write under `not_reported` why there is none."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each such study."""
    evidence = review.evidence or Evidence()
    measured: dict[str, set[str]] = {}
    for row in evidence.results:
        measured.setdefault(row.study, set()).update(_words(row.outcome))
    for study in evidence.studies:
        if study.id in measured and _is_missing(study, measured[study.id]):
            message = f"study `{study.id}` has no result on its primary outcome, {study.primary_outcome}"
            yield RULE.diagnostic(study.location, message, _HINT, study.id)


def _is_missing(study: Study, measured: set[str]) -> bool:
    known = study.primary_outcome and not _UNKNOWN.match(study.primary_outcome) and not study.context
    return bool(known) and not study.not_reported and measured.isdisjoint(_words(study.primary_outcome))


def _words(text: str) -> set[str]:
    words = set(re.findall(r"[^\W\d_]{2,}", text.lower())) - _SMALL
    return {word[:_STEM] for word in words}


RULE = Rule(
    code="EVI028",
    name="outcome-not-reported",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
