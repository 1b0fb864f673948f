"""An estimate that lies outside its own interval.

## Why it matters

A confidence interval surrounds its estimate. One of the three numbers is wrong, or the interval belongs
to another result.

Numbers printed with fewer decimals may touch a limit. Tied and quoted numbers are not looked at in prose:
their rows are.

## Flagged

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.9, 95% CI 0.2–0.8) [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:35: NUM003 0.9 lies outside its interval, 0.2 to 0.8
```

## Passes

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.4, 95% CI 0.2–0.8) [@nguyen2021].
```

## Known false positives

An interval right behind a number that it does not belong to. Name what it is an interval of.

## Fix

Look the numbers up in the source.
"""

from collections.abc import Iterator

from reportkit.measures.consistency import inside_interval
from reportkit.measures.pairs import estimates_with_intervals
from reportkit.measures.quantities import Number
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Printed, Result
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Rule

_HINT = "Look the three numbers up in the source and correct the wrong one."


def check(review: Review) -> Iterator[Diagnostic]:
    """Estimates with an interval right behind them in prose, then rows."""
    for passage in passages(review):
        yield from _in_prose(passage)
    for result in review.evidence.results if review.evidence else ():
        if not result.printed_inconsistent:
            yield from _in_row(result)


def _in_prose(passage: Passage) -> Iterator[Diagnostic]:
    for pair in estimates_with_intervals(passage.text, passage.quantities):
        estimate, low, high = pair.estimate, pair.low, pair.high
        outside = _outside(estimate, low, high)
        if outside and passage.is_free(estimate, low, high):
            yield RULE.diagnostic(passage.locate(estimate), outside, _HINT)


def _in_row(result: Result) -> Iterator[Diagnostic]:
    estimate, low, high = result.estimate, result.ci_low, result.ci_high
    if estimate and low and high and (outside := _outside(estimate, low, high)):
        place = result.cells.get("estimate", result.location)
        yield RULE.diagnostic(place, f"row `{result.id}`: {outside}", _HINT, result.id)


def _outside(estimate: Number | Printed, low: Number | Printed, high: Number | Printed) -> str:
    """What is wrong, or nothing; limits in the wrong order are a finding of their own."""
    if estimate.bound or low.value > high.value or inside_interval(estimate.value, low.value, high.value):
        return ""
    return f"{estimate.text} lies outside its interval, {low.text} to {high.text}"


RULE = Rule(
    code="NUM003",
    name="ci-excludes-estimate",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
