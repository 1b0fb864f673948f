"""A key that cannot be cited as it stands.

## Why it matters

In a text, `@a--b` is a citation of `a`. A key with two signs in a row, or one at its beginning or end, works
in braces only, `@{a--b}`, and other programs than pandoc do not know these.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@{nguyen--2021}].
```

```bibtex references.bib
@article{nguyen--2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:1:10: BIB005 `@nguyen--2021` is read as a citation of `nguyen`
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen-2021].
```

```bibtex references.bib
@article{nguyen-2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Rename the entry with letters, digits and single `-_:.` between them, here and where it is cited.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule
from reportkit.scanner.citation_keys import bare_part


def check(review: Review) -> Iterator[Diagnostic]:
    """Keys of which a bare citation takes a part, or nothing at all."""
    for reference in review.bibliography.references:
        key = reference.key
        read = bare_part(key)
        if read != key:
            what = f"is read as a citation of `{read}`" if read else "is no citation"
            hint = "Rename it with letters, digits and single `-_:.` between them."
            yield RULE.diagnostic(reference.key_location, f"`@{key}` {what}", hint, key)


RULE = Rule(
    code="BIB005",
    name="unciteable-key",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
