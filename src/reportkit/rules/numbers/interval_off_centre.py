"""A rate of survival at the edge of its own interval.

## Why it matters

An interval of a rate is drawn around the rate, on one scale or another. Where the rate stands close to one
limit on all of them, a digit of the rate or of a limit is wrong, and the interval says too much or too
little.

The rule looks at rows of survival and cumulative incidence with both limits, on the plain, the logarithmic,
the complementary log-log and the logit scale, and leaves room for rounding.

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
id,study,cohort,outcome,timepoint,measure,estimate,unit,ci_low,ci_high,source,seen_at,locator,words
bones.alive,bones,all,survival,2 years,survival,80,%,46,83,nguyen2021,b.example,Table 2,were alive
```

```text
evidence/results.csv:2:59: NUM032 row `bones.alive`: 80% lies at the edge of its interval, 46 to 83
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,timepoint,measure,estimate,unit,ci_low,ci_high,source,seen_at,locator,words
bones.alive,bones,all,survival,2 years,survival,80,%,71,87,nguyen2021,b.example,Table 2,were alive
```

## Fix

Look the numbers up in the source; if it prints them so, say so in `printed_inconsistent`.
"""

from collections.abc import Callable, Iterator
from math import log

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Printed, Result
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_RATES = frozenset({Measure.SURVIVAL, Measure.CUMULATIVE_INCIDENCE})
_SCALES: tuple[Callable[[float], float], ...] = (
    lambda share: share,
    log,
    lambda share: log(-log(share)),
    lambda share: log(share / (1 - share)),
)
_EDGE = 0.3  # of the length of an interval; an estimate in its middle is at one half
_HINT = "Look the numbers up in the source; if it prints them so, say so in `printed_inconsistent`."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each rate that is near a limit on every scale; one outside its interval is a finding of its own."""
    for row in review.evidence.results if review.evidence else ():
        if row.measure in _RATES and not row.printed_inconsistent and (message := _flaw(row)):
            place = row.cells.get("ci_low", row.location)
            yield RULE.diagnostic(place, f"row `{row.id}`: {message}", _HINT, row.id)


def _flaw(row: Result) -> str:
    rate, low, high = row.estimate, row.ci_low, row.ci_high
    if rate is None or low is None or high is None or not low.value < rate.value < high.value:
        return ""
    (least, most), (bottom, floor), (ceiling, top) = map(_range, (rate, low, high))
    if bottom <= 0 or top >= 1 or floor >= least or most >= ceiling:
        return ""
    for scale in _SCALES:
        nearest_low = _share(scale, least, floor, top)
        nearest_high = _share(scale, most, bottom, ceiling)
        if nearest_low <= 1 - _EDGE and nearest_high >= _EDGE:
            return ""
    return f"{rate.text}% lies at the edge of its interval, {low.text} to {high.text}"


def _share(scale: Callable[[float], float], rate: float, low: float, high: float) -> float:
    """How far the rate lies between its limits, from 0 to 1."""
    return (scale(rate) - scale(low)) / (scale(high) - scale(low))


def _range(printed: Printed) -> tuple[float, float]:
    """The least and the greatest share that may have been rounded to a printed percentage."""
    half = 0.5 / 10**printed.decimals
    value = float(printed.value)
    return (value - half) / 100, (value + half) / 100


RULE = Rule(
    code="NUM032",
    name="interval-off-centre",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
