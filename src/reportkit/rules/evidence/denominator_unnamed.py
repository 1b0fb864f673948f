"""A result over a part of the patients, without a word of which part.

## Why it matters

Those who were treated, infused or evaluable fared better than all who were enrolled, if only because the
others died before or went away. The same events over all of them are a smaller share.

The rule looks at rows of proportions whose total is none of the numbers under `enrolled` of their study,
and that have no `analysis_set`; and at paragraphs with a row beside which another one has the same events
over more patients. These pass if they tie that row, too, or use a word of the `analysis_set`.

## Flagged

```markdown chapters/10-results.md
# Results

Of the children [50%]{ev=bones.fitted} could walk again [@nguyen2021].
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
  enrolled: "25"
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,analysis_set,source,seen_at,locator,words
bones.fitted,bones,all,walking,proportion,10,20,50,%,fitted,nguyen2021,bones.example,Table 2,could walk
bones.enrolled,bones,all,walking,proportion,10,25,40,%,enrolled,nguyen2021,bones.example,Table 2,could walk
```

```text
chapters/10-results.md:3:17: EVI026 row `bones.fitted` is of 20 (fitted), `bones.enrolled` of 25
```

## Passes

```markdown chapters/10-results.md
# Results

Of the children who were fitted with a brace [50%]{ev=bones.fitted} could walk again [@nguyen2021].
```

## Fix

Say which patients the number is of, or give both numbers.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Measure, Result
from reportkit.model.review import Review
from reportkit.rules.reading.claims import Claim, claims
from reportkit.rules.rule import Data, Risk, Rule

_HINT = "Say which patients the number is of, or give both numbers."
_LEAST = 5  # letters of a word that tells one set of patients from another


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows that do not say whom they are of, then sentences that do not."""
    evidence = review.evidence or Evidence()
    yield from _in_rows(evidence)
    wider = dict(_wider(evidence))
    for claim in claims(review) if wider else ():
        for row in claim.rows:
            other = wider.get(row.id)
            if other and not _says(claim, row, other):
                whom = f"{row.total} ({row.analysis_set})"
                message = f"row `{row.id}` is of {whom}, `{other.id}` of {other.total}"
                yield RULE.diagnostic(claim.locate(row), message, _HINT, row.id)


def _in_rows(evidence: Evidence) -> Iterator[Diagnostic]:
    for row in evidence.results:
        study = evidence.studies_by_id.get(row.study)
        known = re.findall(r"[0-9]+", study.enrolled.replace(",", "")) if study else []
        counted = row.measure is Measure.PROPORTION and row.total and not row.analysis_set
        if counted and known and str(row.total) not in known:
            message = f"row `{row.id}` does not say which {row.total} patients it is of"
            yield RULE.diagnostic(row.cells.get("total", row.location), message, _HINT, row.id)


def _wider(evidence: Evidence) -> Iterator[tuple[str, Result]]:
    """Rows with the row that has the same events over the most patients."""
    largest: dict[tuple[str, ...], Result] = {}
    counted = [row for row in evidence.results if row.measure is Measure.PROPORTION and row.total]
    for row in counted:
        known = largest.setdefault(_fact(row), row)
        if (row.total or 0) > (known.total or 0):
            largest[_fact(row)] = row
    for row in counted:
        other = largest[_fact(row)]
        if row.analysis_set and row.total != other.total and row.analysis_set != other.analysis_set:
            yield row.id, other


def _fact(row: Result) -> tuple[str, ...]:
    return (row.study, row.cohort, row.outcome, row.timepoint, str(row.events))


def _says(claim: Claim, row: Result, other: Result) -> bool:
    """Whether the paragraph names the set of patients, or the sentence has the other row beside it."""
    words = [word for word in re.findall(r"\w+", row.analysis_set.lower()) if len(word) >= _LEAST]
    return other in claim.rows or any(word in claim.prose.text.lower() for word in words)


RULE = Rule(
    code="EVI026",
    name="denominator-unnamed",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
