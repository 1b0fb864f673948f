"""A p value that cannot be.

## Why it matters

A p value is a probability: it lies between 0 and 1, and no test yields exactly 0. `p = 0.000` is what
software prints for a value too small for its digits; a reader takes it for a proof.

## Flagged

```markdown chapters/10-results.md
# Results

With a brace falls were rarer (p = 0.000), and so was pain (p = 1.04) [@nguyen2021].
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
chapters/10-results.md:3:32: NUM006 p = 0.000 cannot be: no p value is exactly 0
chapters/10-results.md:3:61: NUM006 p = 1.04 cannot be: no p value is greater than 1
```

## Passes

```markdown chapters/10-results.md
# Results

With a brace falls were rarer (p < 0.001), and pain was not (p = 1.00) [@nguyen2021].
```

## Known false positives

A quantity other than a p value that is written `p = 1.5`, such as a pressure or an exponent. Whole numbers
and numbers with a unit are not looked at. Mark others as `[p = 1.5]{.structural}`, or set them as a formula.

## Fix

Write `p < 0.001` for what software prints as 0.000; look up any other value in the source.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Printed, Result
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Rule

_UNIT = re.compile(r"\s?(?:[%°µ×]|(?:[kMG]?(?:Pa|W|Hz|V)|m?bar|mm|cm|[kmµ]?g|m?s|dB|atm|psi)\b)")


def check(review: Review) -> Iterator[Diagnostic]:
    """P values in prose, then those of rows."""
    for passage in passages(review):
        for quantity in passage.quantities:
            if quantity.kind is Kind.P_VALUE and (p := quantity.number(Role.P)):
                yield from _in_prose(passage, quantity, p)
    for result in review.evidence.results if review.evidence else ():
        if result.p and not result.printed_inconsistent:
            yield from _in_row(result, result.p)


def _in_prose(passage: Passage, quantity: Quantity, p: Number) -> Iterator[Diagnostic]:
    other = _UNIT.match(passage.text, quantity.end) or not p.decimals
    if not other and passage.is_free(p) and not passage.is_structural(p) and (why := _impossible(p)):
        said = passage.text[quantity.start : quantity.end]
        yield RULE.diagnostic(passage.locate(quantity), f"{said} cannot be: {why}", _hint(p.value))


def _in_row(result: Result, p: Printed) -> Iterator[Diagnostic]:
    if why := _impossible(p):
        place = result.cells.get("p", result.location)
        message = f"row `{result.id}`: p {p.text} cannot be: {why}"
        yield RULE.diagnostic(place, message, _hint(p.value), result.id)


def _impossible(p: Number | Printed) -> str:
    """Why there is no such p value, or nothing; `p > 0` says little, but it is true."""
    if p.value < 0:
        return "no p value is less than 0"
    if p.value > 1 and p.bound not in {"<", "≤"}:
        return "no p value is greater than 1"
    if not p.value and p.bound in {"<", "≤"}:
        return "no p value is less than 0"
    return "no p value is exactly 0" if not p.value and not p.bound else ""


def _hint(value: Decimal) -> str:
    return "Look the value up in the source." if value else "Write `p < 0.001`, or the bound that was used."


RULE = Rule(
    code="NUM006",
    name="impossible-p",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
