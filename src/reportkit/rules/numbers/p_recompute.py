"""A p value that its test statistic does not give.

## Why it matters

Statistic, degrees of freedom and p value belong together: two of them give the third. Where they do not
agree, one is mistyped, and sometimes what is called significant is not.

The rule reads t, F, r, χ², z and Q with their p value right behind, as in `t(19) = 2.37, p = .029`, allows
for rounding of all numbers, and takes tests as two-sided. Where the paragraph says one-sided, one-tailed or
directional, half of the p value fits too. Paragraphs that name a correction (Bonferroni, Holm,
Greenhouse–Geisser, adjusted p values and the like) are not looked at.

## Flagged

```markdown chapters/10-results.md
# Results

With a brace the children walked farther, *t*(19) = 2.37, *p* = .0375 [@nguyen2021].
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
chapters/10-results.md:3:65: NUM007 t(19) = 2.37 gives p = 0.029, not .0375
```

## Passes

```markdown chapters/10-results.md
# Results

With a brace the children walked farther, *t*(19) = 2.37, *p* = .029, and fell less, one-sided *t*(19) = 2.37,
*p* = .014 [@nguyen2021].
```

## Known false positives

One-sided and corrected tests that the text does not name as such.

## Fix

Compute the test again, or look the numbers up in the source.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportkit.measures.rounding import round_like
from reportkit.measures.significance import PrintedTest, read_tests
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Data, Risk, Rule

_ONE_SIDED = re.compile(r"\b(?:(?:one|single|1)[-\s](?:sided|tailed)|directional)", re.IGNORECASE)
_CORRECTED = re.compile(
    r"\b(?:bonferroni|holm|hochberg|tukey|scheff|dunn|sidak|šidák|greenhouse|huynh|adjusted|corrected|FDR)",
    re.IGNORECASE,
)
_SMALLEST = Decimal("0.001")


def check(review: Review) -> Iterator[Diagnostic]:
    """Tests with their p value in prose."""
    for passage in passages(review):
        tests = [test for test in read_tests(passage.text) if not test.agrees()]
        if tests and not _CORRECTED.search(passage.text):
            one_sided = _ONE_SIDED.search(passage.text) is not None
            for test in tests:
                if passage.is_free(test.p) and not (one_sided and test.agrees(sides=1)):
                    yield _finding(passage, test)


def _finding(passage: Passage, test: PrintedTest) -> Diagnostic:
    hint = "Compute the test again, or look the numbers up in the source."
    if test.has_sides and test.agrees(sides=1):
        hint = "It fits a one-sided test: if it was one, say so in the text."
    message = f"{test.text} gives p {_written(test)}, not {test.p.text}"
    return RULE.diagnostic(passage.locate(test.p), message, hint)


def _written(test: PrintedTest) -> str:
    """The p value of the statistic as printed."""
    least, greatest = test.p_values()
    value = round_like(Decimal(least + greatest) / 2, 3)
    return f"= {value}" if value >= _SMALLEST else f"< {_SMALLEST}"


RULE = Rule(
    code="NUM007",
    name="p-recompute",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
