"""A row of the evidence that no sentence, table or figure shows.

## Why it matters

It was extracted for something. Perhaps it was forgotten, or it does not fit what the text says.

A row that restates another one is shown by that one.

## Flagged

```markdown chapters/10-results.md
# Results

In the end [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
bones.falling,bones,all,falling,proportion,5,20,25,%,nguyen2021,bones.example,Table 2,fell
```

```text
evidence/results.csv:3:1: EVI007 row `bones.falling` is shown nowhere
```

## Passes

```markdown chapters/10-results.md
# Results

In the end [50%]{ev=bones.walking} could walk again; [25%]{ev=bones.falling} fell [@nguyen2021].
```

## Fix

Show it in the text or in a table, or take it out.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.uses import shown_rows
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows that neither a tie nor an item names, and that restate no other row."""
    if review.evidence is None:
        return
    shown = shown_rows(review)
    for row in review.evidence.results:
        if row.id not in shown and not row.restated_by:
            hint = "Show it in the text or in a table, or take it out."
            place = row.cells.get("id", row.location)
            yield RULE.diagnostic(place, f"row `{row.id}` is shown nowhere", hint, row.id)


RULE = Rule(
    code="EVI007",
    name="extracted-never-used",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
