"""A ratio that does not lie in the middle of its interval.

## Why it matters

Most models give a ratio an interval that is symmetric on the logarithmic scale: the ratio is the square
root of the product of its limits. If it is not, a number may be mistyped, or the interval is exact,
bootstrapped or profiled, which is worth a word.

## Flagged

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (OR 0.17, 95% CI 0.04–0.89) [@nguyen2021].
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
chapters/10-results.md:3:32: NUM008 OR 0.17 is not in the middle of 0.04 to 0.89, where 0.19 is
```

## Passes

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (OR 0.17, 95% CI 0.04–0.72), and pain was as well (OR 0.17, exact
95% CI 0.04–0.89) [@nguyen2021].
```

## Known false positives

Exact, bootstrapped, profile and Bayesian intervals whose method the text does not name. The rule runs only
when it is selected.

## Fix

Look the numbers up in the source, or say by which method the interval was made.
"""

import re
from collections.abc import Iterator
from math import sqrt

from reportkit.measures.consistency import geometric_centre_agrees
from reportkit.measures.pairs import EstimateWithInterval, estimates_with_intervals
from reportkit.measures.quantities import Kind, Number
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Printed
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Risk, Rule

_HINT = "Look the numbers up in the source, or name the method of the interval."
_RATIOS = {Measure.HAZARD_RATIO: "HR", Measure.ODDS_RATIO: "OR"}
_OTHER_METHOD = re.compile(r"\b(?:exact|bootstrap|profile|credible|CrI|bayes|posterior)", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Ratios in prose, then in rows."""
    for passage in passages(review):
        if not _OTHER_METHOD.search(passage.text):
            for pair in estimates_with_intervals(passage.text, passage.quantities):
                yield from _in_prose(passage, pair)
    for result in review.evidence.results if review.evidence else ():
        estimate, low, high = result.estimate, result.ci_low, result.ci_high
        name = "" if result.printed_inconsistent else _RATIOS.get(result.measure, "")
        if name and estimate and low and high and (message := _off_centre(name, estimate, low, high)):
            place = result.cells.get("estimate", result.location)
            yield RULE.diagnostic(place, f"row `{result.id}`: {message}", _HINT, result.id)


def _in_prose(passage: Passage, pair: EstimateWithInterval) -> Iterator[Diagnostic]:
    ratio = pair.stated.kind is Kind.RATIO and passage.is_free(pair.estimate, pair.low, pair.high)
    if ratio and (message := _off_centre(pair.stated.unit, pair.estimate, pair.low, pair.high)):
        yield RULE.diagnostic(passage.locate(pair.stated), message, _HINT)


def _off_centre(name: str, estimate: Number | Printed, low: Number | Printed, high: Number | Printed) -> str:
    """What is wrong, or nothing; an estimate outside its interval is a finding of its own."""
    inside = low.value < estimate.value < high.value
    if estimate.bound or not inside or geometric_centre_agrees(estimate.value, low.value, high.value):
        return ""
    centre = f"{sqrt(low.value * high.value):.2g}"
    return f"{name} {estimate.text} is not in the middle of {low.text} to {high.text}, where {centre} is"


RULE = Rule(
    code="NUM008",
    name="ci-asymmetry",
    severity=Severity.INFO,
    needs=frozenset(),
    risk=Risk.HIGH,
    check=check,
    documentation=__doc__,
)
