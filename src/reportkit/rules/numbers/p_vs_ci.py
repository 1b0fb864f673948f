"""A p value that contradicts the 95% interval beside it.

## Why it matters

A 95% interval that excludes no effect goes with a p value below 0.05, one that includes it with a greater
one. Where they disagree, one of the numbers is wrong or belongs to another comparison.

No effect is 1 for ratios and 0 for differences. p values from 0.04 to 0.06 pass, because interval and
p value may come from different tests. Intervals of another level are not looked at, nor are one-sided tests,
tests of non-inferiority, interaction, heterogeneity or trend, and adjusted p values.

## Flagged

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.7, 95% CI 0.5–0.9; p = 0.2) [@nguyen2021].
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
chapters/10-results.md:3:58: NUM005 the interval from 0.5 to 0.9 excludes 1, p = 0.2 is above 0.05
```

## Passes

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.7, 95% CI 0.5–0.9; p = 0.02) [@nguyen2021].
```

## Known false positives

A p value of another test than the interval, such as a log-rank test beside a Cox model. Say which it is:
`adjusted`, `one-sided`, `for trend`.

## Fix

Look the numbers up in the source.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.consistency import excludes, is_significant
from reportkit.measures.pairs import EstimateWithInterval, with_p_values
from reportkit.measures.quantities import Kind, Number, Role
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Printed, Result
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Risk, Rule

_HINT = "Look the numbers up in the source; if the p value is of another test, name it."
_NULLS = {
    Measure.HAZARD_RATIO: 1,
    Measure.ODDS_RATIO: 1,
    Measure.RISK_DIFFERENCE: 0,
    Measure.RMST_DIFFERENCE: 0,
}
_OTHER_TEST = re.compile(
    r"\b(?:one[- ](?:sided|tailed)|non-?inferior|interaction|heterogeneity|trend|adjusted\s*p|bonferroni)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(r"\bdifferences?\b[^.;]{0,60}$", re.IGNORECASE)
_USUAL_LEVEL = Decimal(95)
_NEAR = 90


def check(review: Review) -> Iterator[Diagnostic]:
    """Estimates with interval and p value in prose, then in rows."""
    for passage in passages(review):
        for pair, p in with_p_values(passage.text, passage.quantities):
            yield from _in_prose(passage, pair, p)
    for result in review.evidence.results if review.evidence else ():
        if result.measure in _NULLS and not result.printed_inconsistent:
            yield from _in_row(result)


def _in_prose(passage: Passage, pair: EstimateWithInterval, p: Number) -> Iterator[Diagnostic]:
    null = _null(passage.text, pair)
    level = pair.interval.number(Role.LEVEL)
    around = passage.text[max(pair.stated.start - _NEAR, 0) : p.end + _NEAR]
    if null is None or _is_unusual(level) or _OTHER_TEST.search(around):
        return
    message = _contradiction(pair.low, pair.high, p, null)
    if message and passage.is_free(pair.estimate, pair.low, pair.high, p):
        yield RULE.diagnostic(passage.locate(p), message, _HINT)


def _null(text: str, pair: EstimateWithInterval) -> int | None:
    """The value of no effect; None for what is no comparison."""
    if pair.stated.kind is Kind.RATIO:
        return 1
    return 0 if _DIFFERENCE.search(text[max(pair.stated.start - _NEAR, 0) : pair.stated.start]) else None


def _in_row(result: Result) -> Iterator[Diagnostic]:
    low, high, p = result.ci_low, result.ci_high, result.p
    if low and high and p and not _is_unusual(result.ci_level):
        message = _contradiction(low, high, p, _NULLS[result.measure])
        place = result.cells.get("p", result.location)
        if message:
            yield RULE.diagnostic(place, f"row `{result.id}`: {message}", _HINT, result.id)


def _is_unusual(level: Number | Printed | None) -> bool:
    return level is not None and level.value != _USUAL_LEVEL


def _contradiction(low: Number | Printed, high: Number | Printed, p: Number | Printed, null: int) -> str:
    """What disagrees, or nothing; limits in the wrong order are a finding of their own."""
    excluded, significant = excludes(low.value, high.value, null), is_significant(p)
    if None in {excluded, significant} or excluded is significant or low.value > high.value:
        return ""
    said = f"the interval from {low.text} to {high.text} {'excludes' if excluded else 'includes'} {null}"
    value = p.text.removeprefix("=").strip()
    return f"{said}, p {'' if p.bound else '= '}{value} is {'below' if significant else 'above'} 0.05"


RULE = Rule(
    code="NUM005",
    name="p-vs-ci",
    severity=Severity.WARNING,
    needs=frozenset(),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
