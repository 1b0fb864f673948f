"""A work that has been in press for more than a year.

## Why it matters

Papers get their volume and pages within months. An entry that still says "in press" or "ahead of print" was
not looked at since; by now the work has other bibliographic facts, perhaps another year, and sometimes it
never appeared.

The rule counts from the year of the entry to the day `today` of the settings, or to the data date: the clock
decides nothing. Without a year, or a day to count to, nothing is said.

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
  note    = {Epub ahead of print},
}
```

```toml reportkit.toml
data-date = 2023-05-31
```

```text
references.bib:6:14: BIB051 `nguyen2021` has been in press since 2021
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2022},
  note    = {Epub ahead of print},
}
```

## Fix

Look the work up, and give it year, volume and pages.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Field, Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.years import year_of
from reportkit.rules.rule import Data, Rule

_FIELDS = ("pubstate", "note", "addendum", "howpublished", "volume", "number", "pages")
_IN_PRESS = re.compile(
    r"\bin\s?press\b|\bforthcoming\b|\bahead\sof\s(?:print|publication)\b|\bto\sappear\b|\bonline\sfirst\b"
    r"|\bepub\s(?:only|ahead)\b|\bearly\s(?:view|access)\b",
    re.IGNORECASE,
)
_ALLOWED = 1  # what appeared in the year before may be younger than twelve months


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries that say so and whose year is longer ago than the year before."""
    today = review.settings.today or review.settings.data_date
    for reference in review.bibliography.references if today else ():
        year, field = year_of(reference), _saying_so(reference)
        if year and field and int(today[:4]) - year > _ALLOWED:
            message = f"`{reference.key}` has been in press since {year}"
            hint = "Look the work up, and give it year, volume and pages."
            yield RULE.diagnostic(field.value_location, message, hint, reference.key)


def _saying_so(reference: Reference) -> Field | None:
    """The field that says it, unless the entry has a volume and pages by now."""
    if all(re.search(r"[0-9]", reference.text(name)) for name in ("volume", "pages")):
        return None
    said = (reference.field(name) for name in _FIELDS if _IN_PRESS.search(reference.text(name)))
    return next((field for field in said if field), None)


RULE = Rule(
    code="BIB051",
    name="long-in-press",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
