"""A cell of the evidence that two extractors read differently, and nobody decided.

## Why it matters

Two people who read the same page independently find the slips that either of them makes. Where they differ,
one of the numbers is wrong, and a third look has to say which.

Both extractions stay as they were written, in `extraction-first.csv` and `extraction-second.csv`; what both
have in common of the columns of `results.csv` is compared. What was decided stands in `adjudication.csv`, a
line for each cell: result, field, value, reason, by. The field `id` stands for a row that only one of them
has. `results.csv` has to say what both read, or what was decided. `reportkit evidence agreement` counts.

## Flagged

```markdown chapters/10-results.md
# Results

In the end [10/20]{ev=bones.walking} could walk again [@nguyen2021].
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
id,study,cohort,outcome,measure,events,total,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,nguyen2021,bones.example,Table 2,could walk again
```

```csv evidence/extraction-first.csv
id,events,total
bones.walking,10,20
```

```csv evidence/extraction-second.csv
id,events,total
bones.walking,16,20
```

```text
evidence/extraction-second.csv:2:15: EVI008 `events` of `bones.walking`: the first read 10, the second 16
```

## Passes

```csv evidence/adjudication.csv
result,field,value,reason,by
bones.walking,events,10,the second read the row below,Bea Rossi
```

## Fix

Look at the source again, and write down what it says, why the other reading came about, and who decided.
"""

from collections.abc import Iterable, Iterator

from reportkit.measures.agreement import same_reading
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.double_extraction import ROW, ComparedCell, compared, idle, shared_columns
from reportkit.rules.rule import Data, Rule

_DECIDE = "Look at the source again, and add a line to adjudication.csv."
_FOLLOW = "Correct results.csv, or settle the cell otherwise."
_COMPARE = "Write extraction-first.csv and extraction-second.csv with columns in common."
_REMOVE = "Remove the line, or correct the cell that it names."


def check(review: Review) -> Iterator[Diagnostic]:
    """Cells that are open, cells of `results.csv` that say otherwise, and decisions about nothing."""
    evidence = review.evidence or Evidence()
    read = (*evidence.double.first, *evidence.double.second)
    if read and not shared_columns(evidence.double):
        message = "there is no other extraction to compare with this one, or none with the same columns"
        yield RULE.diagnostic(Location.top(read[0].location.filename), message, _COMPARE)
        return
    cells = compared(evidence.double)
    for cell in cells:
        if cell.is_open:
            yield RULE.diagnostic(cell.location, _differing(cell), _DECIDE, cell.result)
    yield from _departing(evidence, cells)
    for adjudication in idle(evidence.double, cells):
        message = f"`{adjudication.field}` of `{adjudication.result}` is settled, but nobody differs about it"
        yield RULE.diagnostic(adjudication.location, message, _REMOVE, adjudication.result)


def _differing(cell: ComparedCell) -> str:
    if cell.field == ROW:
        return f"only the {'first' if cell.first else 'second'} extractor has the row `{cell.result}`"
    first, second = cell.first or "nothing", cell.second or "nothing"
    return f"`{cell.field}` of `{cell.result}`: the first read {first}, the second {second}"


def _departing(evidence: Evidence, cells: Iterable[ComparedCell]) -> Iterator[Diagnostic]:
    """Cells of `results.csv` that say neither what both read nor what was decided."""
    left_out = {cell.result for cell in cells if cell.field == ROW and not cell.settled}
    for cell in cells:
        result = evidence.results_by_id.get(cell.result)
        if cell.is_open or (cell.field != ROW and (result is None or cell.result in left_out)):
            continue
        said = result.text(cell.field) if result else ""
        if not same_reading(said, cell.settled):
            place = result.cells.get(cell.field, result.location) if result else cell.location
            settled = cell.settled or "nothing"
            why = "both extractors read" if cell.agrees else "it was settled as"
            message = f"`{cell.field}` of `{cell.result}` is {said or 'not there'}, but {why} {settled}"
            yield RULE.diagnostic(place, message, _FOLLOW, cell.result)


RULE = Rule(
    code="EVI008",
    name="conflicting-extraction",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
