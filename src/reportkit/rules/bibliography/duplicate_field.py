"""A field that stands twice in one entry.

## Why it matters

pandoc uses the last one without a word, other programs the first.

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
  year    = {2020},
  year    = {2021},
}
```

```text
references.bib:6:3: BIB006 the entry `nguyen2021` has the field `year` twice
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

The fix removes a copy that says the same. Where the two differ, keep the right one and delete the other.
"""

from reportkit.model.diagnostic import Applicability, Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="BIB006",
    name="duplicate-field",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    documentation=__doc__,
    fix=Applicability.SAFE,
)
