"""An entry of a bibliography that cannot be read as it stands.

## Why it matters

pandoc refuses the whole file, or reads something else than was meant. The checker reads on at the next
entry, so that one slip gives one finding.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts}
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:3:34: BIB001 a comma is missing after the field `title`
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

The fix adds a comma that is missing, takes away one too many and turns parentheses around an entry into
braces, where nothing else is in doubt in that entry. Mend anything else at the place that is named: most
often a brace is missing.
"""

from reportkit.model.diagnostic import Applicability, Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="BIB001",
    name="parse-error",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    documentation=__doc__,
    fix=Applicability.SAFE,
)
