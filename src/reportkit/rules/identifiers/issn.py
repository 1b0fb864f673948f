"""An ISSN whose form or check digit is wrong.

## Why it matters

A mistyped digit names another journal, or none.

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
  issn    = {0028-0837},
}
```

```text
references.bib:6:14: IDN006 `0028-0837` is no ISSN: its check digit does not fit
```

## Passes

Several numbers and qualifiers in parentheses are fine.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  issn    = {0028-0836 (Print), 1476-4687 (Online)},
}
```

## Fix

Copy the number from the journal's page. The last digit is computed from the others, so one of the eight
is wrong.
"""

import re
from collections.abc import Iterator
from functools import cache

from stdnum import issn

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import values
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_QUALIFIER = re.compile(r"\([^)]*\)|\b[A-Za-z-]+:?\s")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")


def check(review: Review) -> Iterator[Diagnostic]:
    """Each value of the field, without qualifiers such as `(Print)`."""
    for written in written_fields(review.bibliography, "issn", "eissn"):
        for value, span in values(written):
            for number in _numbers(value):
                if not _is_valid(number):
                    message = f"`{number}` is no ISSN: {_reason(number)}"
                    hint = "Copy the number from the journal's page."
                    yield RULE.diagnostic(written.place(span), message, hint, written.reference.key)


def _numbers(value: str) -> list[str]:
    """The numbers of a value that has only spaces between them; else the value itself."""
    bare = _QUALIFIER.sub(" ", value).strip()
    return _ISSN.findall(bare) if re.fullmatch(rf"(?:{_ISSN.pattern}\s*)+", bare) else [bare]


@cache
def _is_valid(number: str) -> bool:
    """A bibliography names the same journals again and again."""
    return bool(issn.is_valid(number))


def _reason(number: str) -> str:
    return "its check digit does not fit" if _ISSN.fullmatch(number) else "its form is not 1234-5678"


RULE = Rule(
    code="IDN006",
    name="issn",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
