"""Two keys that differ in nothing but capitals.

## Why it matters

Pandoc tells `Nguyen2021` from `nguyen2021`, BibTeX and many reference managers do not: they drop one of the
two works or join them.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @Nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{Nguyen2021,
  author  = {Nguyen, Binh},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:8:10: BIB003 the key `Nguyen2021` differs from `nguyen2021` only in its capitals
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @nguyen2021running].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{nguyen2021running,
  author  = {Nguyen, Binh},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Give one of the entries another key, in the bibliography and wherever it is cited.
"""

from collections.abc import Iterator

from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every entry whose key stands above it with other capitals; the same key again is another finding."""
    for part in review.bibliography.parts:
        yield from _clashes(part)


def _clashes(bibliography: Bibliography) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for reference in bibliography.references:
        known = first.setdefault(reference.key.casefold(), reference.key)
        if known != reference.key:
            message = f"the key `{reference.key}` differs from `{known}` only in its capitals"
            hint = "Rename one of the two, here and where it is cited."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB003",
    name="case-only-key-clash",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
