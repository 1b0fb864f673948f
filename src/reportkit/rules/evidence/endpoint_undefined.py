"""End points of two studies side by side, whose events are defined nowhere.

## Why it matters

Pain-free or fracture-free survival means what a protocol calls an event, and from when it counts. Two
studies with one name for it may count different things.

The rule looks at ratios and rates of such end points (`EFS`, `DFS`, `RFS`, `PFS`, or words that end in
`-free survival`) that a table or figure shows for two or more studies. Each study then has a record under
`definitions`, even if that only says that no definition was seen.

## Flagged

```markdown chapters/10-results.md
# Results

@tbl:free shows both studies [@nguyen2021; @rossi2019].

::: {#tbl:free .table item=free}
:::
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
  definitions: [{outcome: pain-free survival, text: from the fracture to pain or death}]
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  cohorts: [{id: all, label: all children}]
  reports: [{reference: rossi2019, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,timepoint,measure,estimate,unit,source,seen_at,locator,words
bones.free,bones,all,pain-free survival,2 years,survival,50,%,nguyen2021,b.example,Table 2,no pain
casts.free,casts,all,pain-free survival,2 years,survival,40,%,rossi2019,b.example,Table 1,no pain
```

```yaml evidence/items/free.yaml
kind: table
builder: outcomes
caption: Who was free of pain.
rows: [bones.free, casts.free]
```

```text
evidence/items/free.yaml:4:20: EVI027 `casts` does not define pain-free survival, shown for 2 studies
```

## Passes

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  definitions: [{outcome: pain-free survival, text: from the fracture to pain or death}]
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  cohorts: [{id: all, label: all children}]
  definitions: [{outcome: pain-free survival, text: not stated in the abstract}]
  reports: [{reference: rossi2019, role: primary}]
```

## Fix

Write under `definitions` of the study what its report says: events, start, and whom it censors when.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Measure, Result
from reportkit.model.items import Item
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.shown_rows import shown_rows
from reportkit.rules.rule import Data, Rule

_COMPOSITE = re.compile(r"\b(?:[EDRP]FS|(?!overall\b)[a-z]+[-–]free\ssurvival)\b", re.IGNORECASE)
_OVER_TIME = frozenset({Measure.SURVIVAL, Measure.HAZARD_RATIO})
_HINT = "Write under `definitions` of the study what its report says, or that it was not seen."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each study of each item, once, that shows such an end point beside another study."""
    evidence = review.evidence or Evidence()
    for item in review.items:
        first = _first_rows(item, evidence)
        for (outcome, name), (row, place) in first.items():
            studies = {study for end_point, study in first if end_point == outcome}
            if len(studies) > 1 and not _is_defined(outcome, name, evidence):
                message = f"`{name}` does not define {outcome}, shown for {len(studies)} studies"
                yield RULE.diagnostic(place, message, _HINT, row.id)


def _first_rows(item: Item, evidence: Evidence) -> dict[tuple[str, str], tuple[Result, Location]]:
    """The first row of an item for each end point and study."""
    first: dict[tuple[str, str], tuple[Result, Location]] = {}
    for row, place in shown_rows(item, evidence):
        named = _COMPOSITE.search(row.outcome)
        if named and row.measure in _OVER_TIME:
            first.setdefault((named[0], row.study), (row, place))
    return first


def _is_defined(outcome: str, name: str, evidence: Evidence) -> bool:
    study = evidence.studies_by_id.get(name)
    return study is None or any(definition.outcome == outcome for definition in study.definitions)


RULE = Rule(
    code="EVI027",
    name="endpoint-undefined",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE, Data.ITEMS}),
    check=check,
    documentation=__doc__,
)
