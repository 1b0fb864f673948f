"""A number tied to a row that the evidence does not have.

## Why it matters

The tie promises a source and has none.

## Flagged

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walk} could walk again [@nguyen2021].
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
```

```text
chapters/10-results.md:3:23: EVI002 the evidence has no row `bones.walk`
```

## Passes

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Fix

Correct the row's id in `ev=`, or add the row to the evidence. Where a review has no evidence at all, only
the first tie is named.
"""

import re
from collections.abc import Collection, Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Tie
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each unknown row of each tie; where there is no evidence at all, the first tie alone."""
    ties = [(chapter, tie) for chapter in review.chapters for tie in chapter.scan.ties]
    if review.evidence is None:
        yield from (_without_evidence(chapter, tie, len(ties)) for chapter, tie in ties[:1])
    else:
        for chapter, tie in ties:
            yield from _unknown(chapter, tie, review.evidence.results_by_id)


def _without_evidence(chapter: Chapter, tie: Tie, ties: int) -> Diagnostic:
    others = f", like {ties - 1} more" if ties > 1 else ""
    message = f"this number is tied to evidence{others}, and the review has none"
    return RULE.diagnostic(
        chapter.locate(tie.span), message, "Add `evidence/results.csv` or take off the ties."
    )


def _unknown(chapter: Chapter, tie: Tie, known: Collection[str]) -> Iterator[Diagnostic]:
    if not tie.rows:
        place = chapter.locate(tie.span)
        yield RULE.diagnostic(place, "`ev=` names no row", "Write `ev=` and the id of the number's row.")
    for row in dict.fromkeys(tie.rows):
        if row not in known:
            message = f"the evidence has no row `{row}`"
            hint = did_you_mean(row, known, "Correct the id, or add the row to the evidence.")
            yield RULE.diagnostic(chapter.locate(_span(chapter, tie, row)), message, hint, row)


def _span(chapter: Chapter, tie: Tie, row: str) -> Span:
    """Where the id stands among the rows of its tie."""
    written = chapter.source.text[tie.rows_span.start : tie.rows_span.end]
    found = re.search(rf"(?<!\S){re.escape(row)}(?!\S)", written)
    start = tie.rows_span.start + (found.start() if found else 0)
    return Span(start, start + len(row)) if found else tie.rows_span


RULE = Rule(
    code="EVI002",
    name="evidence-unknown",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
