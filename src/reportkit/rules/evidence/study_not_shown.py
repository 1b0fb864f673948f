"""A study none of whose results any sentence, table or figure shows.

## Why it matters

It was included, its results were extracted, and then it vanished. A review that leaves out a study without a
word looks as if it had chosen by the result.

Studies without results and sources of context are left alone. Single rows are for `extracted-never-used`.

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
- {id: bones, name: BONES, reports: [{reference: nguyen2021, role: primary}]}
- {id: casts, name: CASTS, reports: [{reference: nguyen2021, role: secondary}]}
```

```csv evidence/results.csv
id,study,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
casts.walking,casts,walking,proportion,5,20,25,%,nguyen2021,bones.example,Table 2,in casts could
```

```text
evidence/studies.yaml:3:3: EVI030 none of the results of `casts` is shown
```

## Passes

```markdown chapters/10-results.md
# Results

In the end [50%]{ev=bones.walking} or [25%]{ev=casts.walking} could walk again [@nguyen2021].
```

## Fix

Show its results, or say why they are left out and make it a source of context.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review
from reportkit.rules.reading.uses import shown_rows
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Studies with results, of which no one is shown."""
    evidence = review.evidence or Evidence()
    shown = shown_rows(review)
    with_results = {row.study for row in evidence.results}
    seen = {row.study for row in evidence.results if row.id in shown}
    for study in evidence.studies:
        if study.id in with_results - seen and not study.context:
            hint = "Show its results, or say why they are left out and make it a source of context."
            message = f"none of the results of `{study.id}` is shown"
            yield RULE.diagnostic(study.location, message, hint, study.id)


RULE = Rule(
    code="EVI030",
    name="study-not-shown",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
