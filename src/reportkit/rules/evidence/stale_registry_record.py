"""A study said to be ongoing on the word of an old registry record.

## Why it matters

A trial that was recruiting two years ago may have ended, or have been stopped for harm. Registries keep every
version of a record; the newest one decides what may be said of the study.

The rule looks at studies whose status says that they are planned, recruiting or ongoing, and at the newest of
their reports with the role `registry`. The day of a record is the `date` of its entry, or the `urldate` on
which it was read. It is old after `evidence-months` on the day `today`, or on the data date. A record of an
unknown day is counted as unchecked.

## Flagged

```markdown chapters/10-results.md
# Results

The trial of casts is still recruiting [@register2021].
```

```bibtex references.bib
@online{register2021,
  author = {{Register of casts}},
  title  = {Walking after casts},
  url    = {https://register.example/12},
  date   = {2021-05},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  status: recruiting; no results
  no_registration: none was found
  reports: [{reference: register2021, role: registry}]
```

```csv evidence/results.csv
id,study,measure
```

```toml reportkit.toml
data-date = 2023-05-31
```

```text
evidence/studies.yaml:2:3: EVI031 `bones` is ongoing by a record of 2021-05, 24 months before 2023-05-31
```

## Passes

```bibtex references.bib
@online{register2021,
  author  = {{Register of casts}},
  title   = {Walking after casts},
  url     = {https://register.example/12},
  date    = {2021-05},
  urldate = {2023-05-30},
}
```

## Fix

Look the study up in the registry, and bring status and record up to date.
"""

import re
from collections.abc import Iterator

from reportkit.measures.days import months_between
from reportkit.model.diagnostic import Diagnostic, Severity, Unchecked
from reportkit.model.evidence import Evidence, Study
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Risk, Rule

_ONGOING = re.compile(r"\b(?:recruiting|enrolling|ongoing|active|planned|not\syet)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:results|completed|terminated|stopped|closed|withdrawn|no\slonger)\b", re.IGNORECASE)
_NO_RESULTS = re.compile(r"\bno\s(?:posted\s)?results\b", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_LAST_OF_MONTH = "-28"  # of a record whose month alone is known, rather too late than too early


def check(review: Review) -> Iterator[Diagnostic]:
    """Ongoing studies whose newest record is too old."""
    today = review.settings.today or review.settings.data_date
    for study in _ongoing(review) if today else ():
        day = _newest_record(review, study)
        months = months_between(_whole(day), today) if day else 0
        if months > review.settings.evidence_months:
            message = f"`{study.id}` is ongoing by a record of {day}, {months} months before {today}"
            hint = "Look the study up in the registry, and bring status and record up to date."
            yield RULE.diagnostic(study.location, message, hint, study.id)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Ongoing studies with records of unknown days."""
    for study in _ongoing(review):
        if not _newest_record(review, study):
            yield Unchecked(RULE.code, study.id, "the day of its registry record is not known")


def _ongoing(review: Review) -> Iterator[Study]:
    for study in (review.evidence or Evidence()).studies:
        status = _NO_RESULTS.sub("", study.status)
        if not study.context and _ONGOING.search(status) and not _OVER.search(status):
            yield study


def _newest_record(review: Review, study: Study) -> str:
    """The latest day of a record, as far as the bibliography knows it."""
    keys = [report.reference for report in study.reports if report.role == "registry"]
    entries = (review.bibliography.by_key[key] for key in keys if key in review.bibliography.by_key)
    days = (entry.text(name) for entry in entries for name in ("date", "urldate"))
    return max((day for day in days if _DAY.fullmatch(day)), key=_whole, default="")


def _whole(day: str) -> str:
    return day if day.count("-") > 1 else day + _LAST_OF_MONTH


RULE = Rule(
    code="EVI031",
    name="stale-registry-record",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    unchecked=unchecked,
    documentation=__doc__,
)
