"""A number that the text calls by the name of another measure.

## Why it matters

A proportion of one group is no odds ratio, and an odds ratio is no hazard ratio. Readers who take one for
the other see an effect of another size, or one where there was no comparison.

The rule looks at the words directly before a tied number: `odds ratio`, `hazard ratio`, `risk ratio`,
`relative risk`, `risk difference`, and `OR`, `HR`, `RR`.

## Flagged

```markdown chapters/10-results.md
# Results

After one year the odds ratio for walking was [50%]{ev=bones.walking} [@nguyen2021].
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
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:47: NUM026 called an odds ratio, but row `bones.walking` is a proportion
```

## Passes

```markdown chapters/10-results.md
# Results

After one year the proportion walking was [50%]{ev=bones.walking} [@nguyen2021].
```

## Fix

Use the name of the measure in the row, or correct the row.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure
from reportkit.model.review import Review
from reportkit.model.tokens import Tie
from reportkit.rules.reading.claims import Claim, claims
from reportkit.rules.rule import Data, Rule

_NAMES = (
    (re.compile(r"odds\sratio|\bORs?\b"), "odds ratio", Measure.ODDS_RATIO),
    (re.compile(r"hazard\sratio|\bHRs?\b"), "hazard ratio", Measure.HAZARD_RATIO),
    (re.compile(r"risk\sdifference"), "risk difference", Measure.RISK_DIFFERENCE),
    (re.compile(r"(?:relative\s)risk|(?:risk|rate)\sratio|\bRRs?\b"), "risk ratio", None),
)
_BEFORE = re.compile(r"[^0-9.;,()\ufffc]{0,60}$")
_HINT = "Use the name of the measure in the row, or correct the row."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each tie whose row is of another measure than the words before it say."""
    for claim in claims(review):
        rows = {row.id: row for row in claim.rows}
        for tie in claim.ties:
            row = next((rows[name] for name in tie.rows if name in rows), None)
            said = next(((n, m) for form, n, m in _NAMES if form.search(_before(claim, tie))), None)
            if row and said and row.measure is not said[1]:
                article = "an" if said[0].startswith("o") else "a"
                is_really = f"a {row.measure.replace('_', ' ')}".replace("a odds", "an odds")
                message = f"called {article} {said[0]}, but row `{row.id}` is {is_really}"
                yield RULE.diagnostic(claim.chapter.locate(tie.span), message, _HINT, row.id)


def _before(claim: Claim, tie: Tie) -> str:
    """The words between the number before, or a comma, and a tie."""
    end = sum(offset < tie.text_span.start for offset in claim.prose.offsets)
    found = _BEFORE.search(claim.prose.text[claim.sentence.start : end])
    return found[0] if found else ""


RULE = Rule(
    code="NUM026",
    name="measure-misnamed",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
