"""A number from a report that a later one has replaced.

## Why it matters

Trials are reported again and again: in an abstract, at an interim analysis, with longer follow-up. A number
of an early report is out of date once a later one gives it.

A row counts as superseded when a later report of its study gives the same outcome at the same time for the
same group, or when it comes from an abstract or an interim analysis of a study whose full paper is known. A
paragraph that says so (`interim`, `abstract`, `update`, `primary analysis`) passes.

## Flagged

```markdown chapters/10-results.md
# Results

After one year [50%]{ev=bones.walk} could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{nguyen2023,
  author  = {Nguyen, An},
  title   = {Walking after casts: final results},
  journal = {Journal of Small Bones},
  year    = {2023},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: interim}, {reference: nguyen2023, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walk,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:16: EVI005 row `bones.walk` rests on the interim `nguyen2021`; `nguyen2023` is later
```

## Passes

```markdown chapters/10-results.md
# Results

At an interim analysis [50%]{ev=bones.walk} could walk again [@nguyen2021].
```

## Known false positives

A later report that does not give the number again.

## Fix

Take the number from the later report, or say that it is of an early one.
"""

import re
from collections.abc import Iterator, Mapping

from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.review import Review
from reportkit.rules.reading.claims import claims
from reportkit.rules.reading.years import year_of
from reportkit.rules.rule import Data, Risk, Rule

_EARLY = frozenset({"abstract", "interim"})
_FULL = frozenset({"primary", "update", "final"})
_SAID = re.compile(
    r"\b(?:interim|abstract|preliminary|initial|earlier|early|updated?|(?:first|primary)\s(?:report|analysis|results?))\b",
    re.IGNORECASE,
)
_HINT = "Take the number from the later report, or say that it is of an early one."


def check(review: Review) -> Iterator[Diagnostic]:
    """Ties to superseded rows in paragraphs that do not say so."""
    if review.evidence is None:
        return
    superseded = dict(_superseded(review.evidence, review.bibliography))
    for claim in claims(review) if superseded else ():
        for row in claim.rows if not _SAID.search(claim.prose.text) else ():
            if row.id in superseded:
                yield RULE.diagnostic(claim.locate(row), superseded[row.id], _HINT, row.id)


def _superseded(evidence: Evidence, bibliography: Bibliography) -> Iterator[tuple[str, str]]:
    """Each superseded row, and what to say of it."""
    years = {key: year_of(reference) or 0 for key, reference in bibliography.by_key.items()}
    latest: dict[tuple[str, ...], Result] = {}
    for row in evidence.results:
        known = latest.get(_fact(row))
        if _role(row, evidence) in _FULL and (
            known is None or years.get(row.source, 0) > years[known.source]
        ):
            latest[_fact(row)] = row
    for row in evidence.results:
        yield from _of_row(row, latest.get(_fact(row)), evidence, years)


def _of_row(
    row: Result, later: Result | None, evidence: Evidence, years: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    role, year = _role(row, evidence), years.get(row.source, 0)
    study = evidence.studies_by_id.get(row.study)
    if study and (replacement := _replacement(study, row.source)):
        yield row.id, f"row `{row.id}` rests on `{row.source}`, which `{replacement}` replaces"
        return
    full = _full_report(study, years) if study and role in _EARLY else ""
    if full and years[full] >= year:
        rests = f"row `{row.id}` rests on the {role} `{row.source}`"
        yield row.id, f"{rests}; `{full}` is later"
    elif later and role and later.source != row.source and years[later.source] > year > 0:
        yield row.id, f"row `{row.id}` is of `{row.source}`; row `{later.id}` is of a later report"


def _replacement(study: Study, key: str) -> str:
    """The report that the study names as the one to use instead."""
    return next((report.superseded_by for report in study.reports if report.reference == key), "")


def _full_report(study: Study, years: Mapping[str, int]) -> str:
    """The latest full paper on a study that the bibliography has."""
    full = [r.reference for r in study.reports if r.role in _FULL and r.reference in years]
    return max(full, key=lambda key: years[key], default="")


def _role(row: Result, evidence: Evidence) -> str:
    study = evidence.studies_by_id.get(row.study)
    reports = study.reports if study else ()
    return next((report.role for report in reports if report.reference == row.source), "")


def _fact(row: Result) -> tuple[str, ...]:
    return (row.study, row.cohort, row.arm, row.population, row.outcome, row.timepoint, row.measure)


RULE = Rule(
    code="EVI005",
    name="superseded-source",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
