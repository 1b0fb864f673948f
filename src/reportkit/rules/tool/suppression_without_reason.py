"""A remark that suppresses findings and does not say why.

## Why it matters

Nobody can tell later whether the finding was wrong, or the author in a hurry.

## Flagged

```markdown chapters/10-results.md
# Results

<!-- rk: ignore[CIT001] -->
Half of the children could walk again [@nguyen2025].

All could walk after a year [@nguyen2021].
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
chapters/10-results.md:3:1: RKT002 no reason is given for suppressing `CIT001`
```

## Passes

```markdown chapters/10-results.md
# Results

<!-- rk: ignore[CIT001] the report is not public yet -->
Half of the children could walk again [@nguyen2025].

All could walk after a year [@nguyen2021].
```

## Fix

Write the reason behind the square bracket.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.suppressions import suppressions
from reportkit.rules.rule import Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every suppression of some rule without a word behind it."""
    for suppression in suppressions(review):
        if suppression.codes and not suppression.reason:
            codes = ", ".join(suppression.codes)
            names = ", ".join(f"`{code}`" for code in suppression.codes)
            message = f"no reason is given for suppressing {names}"
            hint = "Write behind the codes why they are wrong here."
            yield RULE.diagnostic(suppression.location, message, hint, codes)


RULE = Rule(
    code="RKT002",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
)
