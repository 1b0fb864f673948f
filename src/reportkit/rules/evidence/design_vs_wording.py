"""Words of cause or comparison over a study without a control arm.

## Why it matters

Where all patients had the same treatment, nobody knows how they would have fared with another one. Such a
study can say how many walked, not that the treatment improved walking.

The rule looks at sentences whose tied rows all come from studies that are not randomised. Sentences that
deny, ask or name what they compare with (`historical`, `matched`) pass.

## Flagged

```markdown chapters/10-results.md
# Results

The brace improved walking: [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
  design_type: single-arm
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:29: EVI010 "improved", but the study of row `bones.walking` is single-arm
```

## Passes

```markdown chapters/10-results.md
# Results

With the brace, [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Known false positives

Words of direction within one group of patients over time. The rule runs only when it is selected.

## Fix

Say how many patients reached the outcome, without a cause.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.claims import claims, studies_of
from reportkit.rules.rule import Data, Risk, Rule

_CAUSE = re.compile(
    r"\b(?:improv(?:ed|es|ing)|reduc(?:ed|es|ing)|increas(?:ed|es|ing)|prolong(?:ed|s|ing)|lengthen(?:ed|s|ing)"
    r"|prevent(?:ed|s|ing)|led\sto|leads\sto|result(?:ed|s)\sin|caus(?:ed|es|ing)|due\sto|thanks\sto"
    r"|superior|better|more\seffective|outperform(?:ed|s)?|benefit(?:ed|s)?|advantage|efficacious)\b",
    re.IGNORECASE,
)
_CAREFUL = re.compile(
    r"\b(?:not?|cannot|neither|nor|none|without|whether|may|might|could\sbe|historical|matched|randomi[sz]ed"
    r"|says|writes|claims|calls|asks|reports)\b",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each such sentence."""
    for claim in claims(review):
        cause = _CAUSE.search(claim.text)
        if cause and review.evidence and not _CAREFUL.search(claim.text):
            rows = studies_of(claim, review.evidence)
            if rows and not any(study.randomised or study.context for _, study in rows):
                row, study = rows[0]
                design = study.design_type or "not randomised"
                message = f'"{cause[0]}", but the study of row `{row.id}` is {design}'
                hint = "Say how many patients reached the outcome, without a cause."
                yield RULE.diagnostic(claim.locate(row), message, hint, row.id)


RULE = Rule(
    code="EVI010",
    name="design-vs-wording",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.HIGH,
    check=check,
    documentation=__doc__,
)
