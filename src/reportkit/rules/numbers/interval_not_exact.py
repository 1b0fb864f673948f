"""An interval of a proportion that its counts do not give.

## Why it matters

Counts, percentage and interval are printed together and copied one by one. An interval that neither the
exact method nor Wilson's gives for these counts, nor the normal approximation, belongs to another group of
patients or has a slip in it.

The rule looks at rows of proportions with counts and both limits. A limit agrees if it is within one unit
of its last printed digit.

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
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,ci_low,ci_high,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,37,73,nguyen2021,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:59: NUM025 row `bones.walking`: the exact 95% interval of 10/20 is 27.2–72.8, not 37–73
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,ci_low,ci_high,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,27,73,nguyen2021,bones.example,Table 2,could walk again
```

## Known false positives

Intervals of adjusted or stratified proportions. Say so in `printed_inconsistent`.

## Fix

Look the numbers up in the source; if it prints them so, say so in `printed_inconsistent`.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.intervals import clopper_pearson, normal, wilson
from reportkit.measures.proportions import proportion
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Printed, Result
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_METHODS = (clopper_pearson, wilson, normal)
_HINT = "Look the numbers up in the source; if it prints them so, say so in `printed_inconsistent`."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each row whose two limits no usual method gives together."""
    for row in review.evidence.results if review.evidence else ():
        if not row.printed_inconsistent and (message := _contradiction(row)):
            yield RULE.diagnostic(row.cells.get("ci_low", row.location), message, _HINT, row.id)


def _contradiction(row: Result) -> str:
    """What is wrong with an interval; limits in the wrong order are a finding of their own."""
    low, high = row.ci_low, row.ci_high
    level = row.ci_level.value if row.ci_level else Decimal(95)
    right = proportion(row, level)
    if right is None or low is None or high is None or low.value > high.value:
        return ""
    limits = [method(right.events, right.total, level) for method in _METHODS]
    if any(_agrees(low, first) and _agrees(high, last) for first, last in limits):
        return ""
    said = f"row `{row.id}`: the exact {level}% interval of {right.counts} is {right.interval}"
    return f"{said}, not {low.text}–{high.text}"


def _agrees(limit: Printed, share: float) -> bool:
    """Whether a printed limit is a calculated one, give or take one in its last digit."""
    unit = Decimal(1).scaleb(-limit.decimals)
    return abs(limit.value - Decimal(100 * share)) <= unit


RULE = Rule(
    code="NUM025",
    name="interval-not-exact",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
