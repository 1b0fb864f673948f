"""Page numbers that are not joined as BibTeX joins them.

## Why it matters

A range has two hyphens in BibTeX. Other programs than pandoc print `12-15` with a hyphen, and an em dash as
it is; `pp.` before the numbers is printed twice.

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
  pages   = {12-15},
}
```

```text
references.bib:6:16: BIB017 the pages of `nguyen2021` are joined by `-`
```

## Passes

Ranges of supplements, reviews, online numbers and front matter pass, and so does a single number that has a
hyphen or a letter in it.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pages   = {S12--S15, e1234, 4:1--4:56, 43+, iv--xi},
}
```

## Fix

The fix writes two hyphens, and takes `p.` or `pp.` away. Pandoc prints the same as before but for these
letters.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.pages import page_ranges
from reportkit.rules.rule import Data, Rule

_LABEL = re.compile(r"(?:pages?|pp?)\.\s*|(?:pages?|pp?)\s+(?=\w)|pp(?=\d)", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Labels before page numbers, and ranges joined by anything but two hyphens."""
    for field in written_fields(review.bibliography, "pages"):
        if not field.text.isdigit():
            yield from _label(field)
            yield from _dashes(field)


def _label(field: WrittenField) -> Iterator[Diagnostic]:
    if label := _LABEL.match(field.text):
        span, key = Span(0, label.end()), field.reference.key
        fix = field.mended(span, "", "take it away")
        message = f"the pages of `{key}` begin with `{label[0].strip()}`"
        yield RULE.diagnostic(field.place(span), message, "Write the numbers only.", key, fix)


def _dashes(field: WrittenField) -> Iterator[Diagnostic]:
    for pages in page_ranges(field.text):
        if pages.dash != "--" and not pages.is_reversed:
            key, dash = field.reference.key, pages.dash.strip() or pages.dash
            fix = field.mended(pages.dash_span, "--", "write `--`")
            message = f"the pages of `{key}` are joined by `{dash}`"
            yield RULE.diagnostic(field.place(pages.dash_span), message, "Write `--`.", key, fix)


RULE = Rule(
    code="BIB017",
    name="page-dash",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
