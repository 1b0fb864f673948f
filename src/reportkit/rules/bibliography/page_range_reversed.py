"""A range of pages that ends before it begins.

## Why it matters

One of the two numbers is wrong, and with the wrong one the paper is not found in its volume.

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
  pages   = {2373--1428},
}
```

```text
references.bib:6:14: BIB018 the pages of `nguyen2021` run backwards: `2373--1428`
```

## Passes

The last number may be shortened.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pages   = {1231--8},
}
```

## Fix

Look the pages up and correct the wrong number.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.reading.pages import page_ranges
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Ranges within one series of pages whose end is as long as its beginning, and smaller."""
    for field in written_fields(review.bibliography, "pages"):
        for pages in page_ranges(field.text):
            if pages.is_reversed:
                key, shown = field.reference.key, field.text[pages.span.start : pages.span.end]
                message = f"the pages of `{key}` run backwards: `{shown}`"
                yield RULE.diagnostic(field.place(pages.span), message, "Look the pages up.", key)


RULE = Rule(
    code="BIB018",
    name="page-range-reversed",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
