"""A key that two entries of the bibliography share.

## Why it matters

pandoc prints the last of them, other programs the first, and none says so: a citation may lead to the
wrong work.

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

@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:8:10: BIB002 the key `nguyen2021` is already used at references.bib:1:10
```

## Passes

Two documents of one repository may each have the key in a bibliography of their own.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Give one of the entries another key, or remove it if both are the same work.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="BIB002",
    name="duplicate-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    documentation=__doc__,
)
