"""Evidence whose source is not in the bibliography, or a table that asks for rows that are not there.

## Why it matters

The table would cite nothing, or lack the rows it was made for.

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

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2012,bones.example,Table 2,could walk again
```

```text
evidence/results.csv:2:69: TAB005 the source `nguyen2012` of row `bones.walking` is not in the bibliography
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Correct the key or the row's id, or add the entry to the bibliography.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from reportkit.measures.near import did_you_mean
from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_ADD = "Correct the key, or add the entry to the bibliography."


def check(review: Review) -> Iterator[Diagnostic]:
    """Sources of rows, reports of studies and row patterns of items, in that order."""
    if review.evidence:
        yield from _unknown_sources(review.evidence, review.bibliography)
        yield from _unknown_reports(review.evidence, review.bibliography)
        yield from _unknown_rows(review.evidence, review.items)


def _unknown_sources(evidence: Evidence, bibliography: Bibliography) -> Iterator[Diagnostic]:
    for result in evidence.results:
        if result.source and result.source not in bibliography.by_key:
            message = f"the source `{result.source}` of row `{result.id}` is not in the bibliography"
            hint = did_you_mean(result.source, bibliography.by_key, _ADD)
            yield RULE.diagnostic(result.cells.get("source", result.location), message, hint, result.id)


def _unknown_reports(evidence: Evidence, bibliography: Bibliography) -> Iterator[Diagnostic]:
    for study in evidence.studies:
        for report in study.reports:
            if report.reference not in bibliography.by_key:
                message = f"the report `{report.reference}` of study `{study.id}` is not in the bibliography"
                hint = did_you_mean(report.reference, bibliography.by_key, _ADD)
                yield RULE.diagnostic(study.location, message, hint, study.id)


def _unknown_rows(evidence: Evidence, items: Iterable[Item]) -> Iterator[Diagnostic]:
    for item in items:
        for pattern, place in zip_longest(item.rows, item.row_locations):
            if pattern and not evidence.select([pattern]):
                message = f"`{pattern}` of item `{item.id}` matches no row of the evidence"
                hint = did_you_mean(
                    pattern, evidence.results_by_id, "Correct the id, or remove it from the item."
                )
                yield RULE.diagnostic(place or item.location, message, hint, pattern)


RULE = Rule(
    code="TAB005",
    name="source-unknown",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
