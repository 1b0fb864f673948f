"""A field without a value.

## Why it matters

It looks as if the fact were there. In an entry with a `crossref`, it also keeps out what the parent would
give.

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
  doi     = {},
}
```

```text
references.bib:6:3: BIB008 the field `doi` of `nguyen2021` is empty
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

The fix removes the field. It leaves one alone that another field of that name or a parent would take the
place of: what is printed would change.
"""

from collections.abc import Iterator

from reportkit.model.bibliography import Field, Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.removal import removal
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every field that has nothing, or nothing but braces, behind its equals sign."""
    for reference in review.bibliography.references:
        for field in reference.fields:
            if not field.value.strip("{} "):
                message = f"the field `{field.name}` of `{reference.key}` is empty"
                fix = _fix(reference, field)
                hint = "Remove it, or add what belongs there."
                yield RULE.diagnostic(field.location, message, hint, reference.key, fix)


def _fix(reference: Reference, field: Field) -> Fix | None:
    has_double = sum(other.name == field.name for other in reference.fields) > 1
    if reference.links or has_double:
        return None
    return Fix(Applicability.SAFE, "remove the field", (removal(field),))


RULE = Rule(
    code="BIB008",
    name="empty-field",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
