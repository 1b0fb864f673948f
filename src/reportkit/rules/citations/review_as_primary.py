"""A tied number whose row rests on a review, although the study has a report of its own.

## Why it matters

A review may have misread the number or rounded it. The report of the study is what a reader wants to look up.

## Flagged

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@rossi2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}, {reference: rossi2019, role: review}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,rossi2019,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:14: CIT026 `rossi2019` is a review; the report of this study is `nguyen2021`
```

## Passes

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@rossi2019; @nguyen2021].
```

## Fix

Look the number up in the report of the study and let the row rest on that, or cite both.
"""

from collections.abc import Iterator, Mapping

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Study
from reportkit.model.review import Review
from reportkit.rules.reading.sentences import beside
from reportkit.rules.rule import Data, Risk, Rule

_REVIEWS = {"review", "guideline"}
_PRIMARY = "primary"


def check(review: Review) -> Iterator[Diagnostic]:
    """In each chapter, the first number that a review is cited for in the place of a study's report."""
    if review.evidence is None:
        return
    roles = {study.id: _roles(study) for study in review.evidence.studies}
    for chapter in review.chapters:
        told = set()
        for tie in chapter.scan.ties:
            rows = (review.evidence.results_by_id.get(name) for name in tie.rows)
            row = next(
                (row for row in rows if row and row.source in _reviews(roles.get(row.study, {}))), None
            )
            if row is None or (row.source, row.study) in told:
                continue
            primary = [key for key, role in roles[row.study].items() if role == _PRIMARY]
            cited = {citation.key for group in beside(chapter, tie) for citation in group.citations}
            if primary and row.source in cited and cited.isdisjoint(primary):
                told.add((row.source, row.study))
                message = f"`{row.source}` is a review; the report of this study is `{primary[0]}`"
                hint = "Take the study's numbers in this chapter from that report, or cite it, too."
                yield RULE.diagnostic(chapter.locate(tie.span), message, hint, row.id)


def _roles(study: Study) -> Mapping[str, str]:
    return {report.reference: report.role for report in study.reports}


def _reviews(roles: Mapping[str, str]) -> set[str]:
    return {key for key, role in roles.items() if role in _REVIEWS}


RULE = Rule(
    code="CIT026",
    name="review-as-primary",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
