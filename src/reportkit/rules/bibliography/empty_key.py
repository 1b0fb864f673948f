"""An entry of the bibliography without a key.

## Why it matters

It cannot be cited, and pandoc refuses the whole file.

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

@article{,
  author  = {Nguyen, An},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:8:10: BIB004 the entry has no key
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

The fix writes the first author's family name and the year. Unsafe: the work may go by another key.
"""

from reportkit.model.diagnostic import Applicability, Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="BIB004",
    name="empty-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
