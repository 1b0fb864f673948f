"""Evidence that has not been looked for since long ago.

## Why it matters

New trials appear, and readers take a review for what is known today.

The rule compares the data date of the settings with the day named `today`, which is the day on which the
check is to be true, and the last day on which the screening log found anything with the data date. The
evidence is old after `evidence-months`, twelve unless the settings say otherwise. Without two dates nothing
is said.

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

from reportkit.measures.days import months_between
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.screening import Decision, ScreeningLog
from reportkit.model.settings import Settings
from reportkit.rules.rule import Data, Rule

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_LINE = re.compile(r"^[ \t]*data-date[ \t]*=[^\n#]*?(?=[ \t]*(?:#|$))", re.MULTILINE)


_HINT = "Search again, and change the data date once the evidence is up to date."


def check(review: Review) -> Iterator[Diagnostic]:
    """A data date that is too old on the day of the check, and a last search that is on the data date."""
    settings = review.settings
    if settings.data_date and settings.today:
        months = months_between(settings.data_date, settings.today)
        if months > settings.evidence_months:
            message = f"the evidence is of {settings.data_date}, {months} months before {settings.today}"
            yield RULE.diagnostic(_place(settings), message, _HINT)
    yield from _last_search(review)


def _last_search(review: Review) -> Iterator[Diagnostic]:
    settings = review.settings
    log = ScreeningLog(review.evidence.screening if review.evidence else ())
    day = log.last_search
    if settings.data_date and _DAY.fullmatch(day):
        months = months_between(day, settings.data_date)
        if months > settings.evidence_months:
            place = next(entry.location for entry in log.of(Decision.FOUND) if entry.date == day)
            yield RULE.diagnostic(place, f"the last search was {months} months before the data date", _HINT)


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
