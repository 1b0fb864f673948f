"""A PubMed Central number that is none by its form.

## Why it matters

The link leads nowhere.

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
  pmcid   = {7654321},
}
```

```text
references.bib:6:14: IDN012 `7654321` is no PubMed Central number
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  pmcid   = {PMC7654321},
}
```

## Fix

Write `PMC` and the digits. Where only `PMC` is missing, the fix adds it.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_PMCID = re.compile(r"PMC[1-9]\d*")
_NEARLY = re.compile(r"(?:PMC)?\s*(?P<digits>[1-9]\d*)", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields named `pmcid`."""
    for written in written_fields(review.bibliography, "pmcid"):
        value = written.field.value
        if not _PMCID.fullmatch(value):
            nearly = _NEARLY.fullmatch(value)
            right = f"PMC{nearly['digits']}" if nearly else ""
            fix = written.mended(Span(0, len(written.text)), right, f"write `{right}`") if nearly else None
            message, hint = f"`{value}` is no PubMed Central number", "Write `PMC` and the digits."
            yield RULE.diagnostic(written.field.value_location, message, hint, written.reference.key, fix)


RULE = Rule(
    code="IDN012",
    name="pmcid",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
