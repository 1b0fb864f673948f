"""A number of a study that is not of the kind its chapter is about.

## Why it matters

A chapter about toddlers is read as if all numbers in it were of toddlers. A number of other patients may
stand there, if the reader is told.

The settings say under `[review.scope]` what a chapter is about: words of the `age_group` and of the
`settings` of studies. Where no age group is named, any passes, and so it is with settings. Studies whose
age group is `mixed` pass at any age; sentences about children have a rule of their own. Sentences that say
`indirect`, `adults`, `other` or `historical`, or that stand under such a heading, pass.

## Flagged

```markdown chapters/10-toddlers.md
# Toddlers

After one year [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
  settings: [school]
  cohorts: [{id: all, label: all patients}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```toml reportkit.toml
[review.scope]
"chapters/10-*" = ["toddlers"]
```

```text
chapters/10-toddlers.md:3:16: EVI023 the chapter is about `toddlers`, row `bones.walking` is of `school`
```

## Passes

```markdown chapters/10-toddlers.md
# Toddlers

As indirect evidence: after one year [50%]{ev=bones.walking} of schoolchildren could walk again [@nguyen2021].
```

## Fix

Move the number, say in the sentence that it is indirect, or widen the scope of the chapter.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Study
from reportkit.model.review import Review
from reportkit.rules.reading.claims import Claim, claims, studies_of
from reportkit.rules.reading.headings import heading_above
from reportkit.rules.rule import Data, Rule

_SAID = re.compile(r"\b(?:indirect(?:ly)?|adults?|others?|historical)\b", re.IGNORECASE)
_HINT = "Move the number, or say in the sentence that it is indirect."


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each sentence that is of patients whom its chapter is not about."""
    evidence = review.evidence or Evidence()
    groups = frozenset(study.age_group for study in evidence.studies if study.age_group)
    for claim in claims(review) if review.settings.scope else ():
        scope = _scope(claim, review)
        rows = studies_of(claim, evidence) if scope and not _is_told(claim) else []
        strays = [
            (row, said) for row, study in rows if (said := _stray(study, scope & groups, scope - groups))
        ]
        for row, (meant, found) in strays[:1]:
            message = f"the chapter is about `{meant}`, row `{row.id}` is of `{found}`"
            yield RULE.diagnostic(claim.locate(row), message, _HINT, row.id)


def _is_told(claim: Claim) -> bool:
    """Whether the sentence or the heading above it says that others are meant."""
    heading = heading_above(claim.chapter, claim.prose.offsets[0])
    return _SAID.search(claim.text) is not None or _SAID.search(heading) is not None


def _scope(claim: Claim, review: Review) -> frozenset[str]:
    patterns = review.settings.scope.items()
    return frozenset(
        word for pattern, words in patterns if fnmatchcase(claim.chapter.filename, pattern) for word in words
    )


def _stray(study: Study, ages: frozenset[str], settings: frozenset[str]) -> tuple[str, str] | None:
    """What the chapter is about and what the study is of, where these differ."""
    if study.context:
        return None
    if ages and study.age_group not in {"", "mixed", *ages}:
        return " and ".join(sorted(ages)), study.age_group
    if settings and study.settings and settings.isdisjoint(study.settings):
        return " and ".join(sorted(settings)), " and ".join(study.settings)
    return None


RULE = Rule(
    code="EVI023",
    name="outside-scope",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
