"""An interval whose lower limit is the greater one.

## Why it matters

The limits are exchanged, or one of them is wrong.

## Flagged

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.4, 95% CI 0.8–0.2) [@nguyen2021].
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
chapters/10-results.md:3:40: NUM004 the interval runs from 0.8 to 0.2
```

## Passes

```markdown chapters/10-results.md
# Results

Falls were rarer with a brace (HR 0.4, 95% CI 0.2–0.8) [@nguyen2021].
```

## Fix

The fix exchanges the limits in prose. A row of the evidence is to be corrected from its source.
"""

from collections.abc import Iterator

from reportkit.measures.quantities import Kind, Quantity, Role
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.evidence import Result
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Rule

_HINT = "Write the lower limit first; if that does not look right, look the limits up in the source."


def check(review: Review) -> Iterator[Diagnostic]:
    """Intervals in prose, then rows."""
    for passage in passages(review):
        for quantity in passage.quantities:
            if quantity.kind is Kind.INTERVAL:
                yield from _in_prose(passage, quantity)
    for result in review.evidence.results if review.evidence else ():
        if not result.printed_inconsistent:
            yield from _in_row(result)


def _in_prose(passage: Passage, interval: Quantity) -> Iterator[Diagnostic]:
    low, high = interval.number(Role.LOW), interval.number(Role.HIGH)
    if low and high and low.value > high.value and passage.is_free(low, high):
        edits = (Edit(passage.locate(low), high.text), Edit(passage.locate(high), low.text))
        fix = Fix(Applicability.SAFE, "exchange the limits", edits)
        message = f"the interval runs from {low.text} to {high.text}"
        yield RULE.diagnostic(passage.locate(interval), message, _HINT, fix=fix)


def _in_row(result: Result) -> Iterator[Diagnostic]:
    low, high = result.ci_low, result.ci_high
    if low and high and low.value > high.value:
        message = f"row `{result.id}`: the interval runs from {low.text} to {high.text}"
        yield RULE.diagnostic(result.cells.get("ci_low", result.location), message, _HINT, result.id)


RULE = Rule(
    code="NUM004",
    name="ci-reversed",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
