"""A bibliography file that is missing, empty or cannot be read at all.

## Why it matters

Every citation would be unknown. So this is said once, and the rules about unknown and unused keys wait
until the file is there.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```text
references.bib:1:1: RKT004 there is no such file or folder
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Create the file, or correct its name under `bibliography` in `reportkit.toml` or after `--bibliography`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Severity, Unchecked
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Bibliographies of which the keys alone are read."""
    for source in review.bibliography.csl_sources:
        yield Unchecked(
            RULE.code, source.filename, "of CSL files the keys are read, and no rule looks at the entries"
        )


RULE = Rule(
    code="RKT004",
    name="bibliography-unreadable",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    unchecked=unchecked,
    documentation=__doc__,
)
