"""A result of adults in a sentence about children.

## Why it matters

Adults and children differ in disease, dose and harm. A result of adults may support a statement about
children, but only if the reader is told that it does so indirectly.

The rule looks at sentences that speak of children or infants and tie a number to a study whose age group is
`adult` or `mixed`, unless the row describes children alone. It passes where the sentence names adults or an
age, or says `mixed` or `indirect`.

## Flagged

```markdown chapters/10-results.md
# Results

In children, [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
  age_group: adult
  cohorts: [{id: all, label: all patients}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:14: EVI004 the sentence speaks of children, row `bones.walking` is of adults
```

## Passes

```markdown chapters/10-results.md
# Results

No study of children was found; of adults, [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Known false positives

Sentences that name children for another reason, such as a children's hospital.

## Fix

Say that the evidence is of adults or of mixed age, or tie the number to a study of children.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Result, Study
from reportkit.model.review import Review
from reportkit.rules.reading.claims import claims, studies_of
from reportkit.rules.rule import Data, Risk, Rule

_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|infants?|toddlers?|newborns?|neonates?|adolescents?|p(?:a)?ediatric|girls?|boys?)\b(?!['’])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:adults?|indirect(?:ly)?|mixed|years?|aged?|older|all\sages)\b", re.IGNORECASE)
_YOUNG = re.compile(r"(?:under|below|<|to|[-–])\s?(?:1[0-8]|[1-9])\s(?:years|y\b)", re.IGNORECASE)
_GROUPS = {"adult": "adults", "mixed": "children and adults together"}


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each sentence about children that is not of children."""
    for claim in claims(review) if review.evidence else ():
        about_children = _CHILDREN.search(claim.text) and not _NAMED.search(claim.text)
        rows = studies_of(claim, review.evidence) if about_children and review.evidence else []
        indirect = [
            (row, study) for row, study in rows if study.age_group in _GROUPS and not _is_young(row, study)
        ]
        for row, study in indirect[:1]:
            message = f"the sentence speaks of children, row `{row.id}` is of {_GROUPS[study.age_group]}"
            hint = "Say so in the sentence, or tie the number to a study of children."
            yield RULE.diagnostic(claim.locate(row), message, hint, row.id)


def _is_young(row: Result, study: Study) -> bool:
    """Whether a row of a study of mixed age describes children alone."""
    words = f"{row.population} {next((c.label for c in study.cohorts if c.id == row.cohort), '')}"
    young = _YOUNG.search(words) or _CHILDREN.search(words)
    return young is not None and "adult" not in words


RULE = Rule(
    code="EVI004",
    name="population-indirect",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
