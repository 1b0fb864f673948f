"""A row of the evidence that rests on a retracted or doubted work.

## Why it matters

The number goes into sentences, tables and pooled results, and nobody knows whether it is right. A remark in
the bibliography is not enough here.

## Flagged

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
  note    = {Retracted on 9 March 2022},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
  doi     = {10.1000/bones.3},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}, {reference: rossi2019, role: follow-up}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```csv retraction.lock.csv
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2022 0:00,10.1000/notice.1,10.1000/bones.12,0,Retraction,
```

```text
evidence/results.csv:2:69: EVI016 row `bones.walking` rests on `nguyen2021`, retracted on 2022-03-09
```

## Passes

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@rossi2019].
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,rossi2019,bones.example,Table 2,could walk again
```

## Fix

Take the row out, or the number from another report, and run again what was pooled with it. Beside the finding
stand the sentences, tables and figures that show the row.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.locks import Nature
from reportkit.model.review import Review
from reportkit.rules.reading.notices import day_and_reasons, noticed, read_it
from reportkit.rules.rule import Data, Rule

_FATE = {Nature.RETRACTION: "retracted", Nature.CONCERN: "put under an expression of concern"}


def check(review: Review) -> Iterator[Diagnostic]:
    """Rows whose source stands under a retraction or a concern, whatever its entry says of it."""
    notices = {reference.key: notice for reference, notice in noticed(review, *_FATE)}
    shown = _shown(review) if notices else {}
    for result in review.evidence.results if review.evidence else ():
        if notice := notices.get(result.source):
            fate = f"{_FATE[notice.nature]}{day_and_reasons(notice)}"
            message = f"row `{result.id}` rests on `{result.source}`, {fate}"
            hint = f"{read_it(notice)} Take the row out, or the number from another report."
            place = result.cells.get("source", result.location)
            found = RULE.diagnostic(place, message, hint, result.id)
            yield replace(found, related=tuple(shown.get(result.id, ())))


def _shown(review: Review) -> Mapping[str, list[Related]]:
    """Where each row is read: in sentences, tables and figures."""
    shown = defaultdict(list)
    for chapter in review.chapters:
        for tie in chapter.scan.ties:
            for row in tie.rows:
                shown[row].append(Related(chapter.locate(tie.span), "a number that is tied to this row"))
    for item in review.items:
        for result in review.evidence.select(item.rows) if review.evidence else ():
            shown[result.id].append(Related(item.location, f"the {item.kind} `{item.id}` shows this row"))
    return shown


RULE = Rule(
    code="EVI016",
    name="retracted-support",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE, Data.RETRACTIONS}),
    check=check,
    documentation=__doc__,
)
