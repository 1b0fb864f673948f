"""Evidence that has not been looked for since long ago.

## Why it matters

New trials appear, and readers take a review for what is known today.

The rule compares the data date of the settings with the day named `today`, which is the day on which the
check is to be true. The evidence is old after `evidence-months`, twelve unless the settings say otherwise.
Without both dates nothing is said.

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
}
```

```toml reportkit.toml
data-date = 2024-05-31

[check]
today = 2025-07-01
```

```text
reportkit.toml:1:1: EVI013 the evidence is of 2024-05-31, 13 months before 2025-07-01
```

## Passes

```toml reportkit.toml
data-date = 2024-05-31

[check]
today = 2025-07-01
evidence-months = 24
```

## Fix

Search again, and change the data date once the evidence is up to date.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.rules.rule import Data, Rule

_DATE_LINE = re.compile(r"^[ \t]*data-date[ \t]*=[^\n#]*?(?=[ \t]*(?:#|$))", re.MULTILINE)


def check(review: Review) -> Iterator[Diagnostic]:
    """The data date, where it is too long before the day of the check."""
    settings = review.settings
    if settings.data_date and settings.today:
        months = _months(settings.data_date, settings.today)
        if months > settings.evidence_months:
            message = f"the evidence is of {settings.data_date}, {months} months before {settings.today}"
            hint = "Search again, and change the data date once the evidence is up to date."
            yield RULE.diagnostic(_place(settings), message, hint)


def _months(first: str, last: str) -> int:
    """The months from one day to another that are over."""
    year, month, day = (
        int(last_part) - int(part) for part, last_part in zip(_parts(first), _parts(last), strict=True)
    )
    return 12 * year + month - (day < 0)


def _parts(day: str) -> list[str]:
    return day.split("-")


def _place(settings: Settings) -> Location:
    line = _DATE_LINE.search(settings.source.text)
    return settings.source.locate(Span(*line.span())) if line else Location.top(settings.filename)


RULE = Rule(
    code="EVI013",
    name="search-date-stale",
    severity=Severity.WARNING,
    needs=frozenset({Data.SETTINGS}),
    check=check,
    documentation=__doc__,
)
