"""A chapter file whose name gives no clear place in the document.

## Why it matters

Chapters are joined in the order of the numbers in their names. Equal numbers leave the order open, names
that differ in case only are one file on some machines, and braces or a leading hyphen confuse the tools
that build the document.

## Flagged

```markdown chapters/10-results.md
# Results

All could walk [@nguyen2021].
```

```markdown chapters/10-limits.md
# Limits

Few were asked.
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
chapters/10-results.md:1:1: RKT008 `10-limits.md` has the same number
```

## Passes

An empty listing stands for a file that is not there.

```markdown chapters/10-limits.md
```

```markdown chapters/20-limits.md
# Limits

Few were asked.
```

## Fix

Rename the file: a number, a hyphen and a name, such as `20-limits.md`.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="RKT008",
    name="chapter-name",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    documentation=__doc__,
)
