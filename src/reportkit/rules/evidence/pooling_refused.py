"""A figure that asks to pool what must not be pooled, or by a method that misleads.

## Why it matters

A pooled number looks firmer than its studies. Across settings, designs, products or outcomes it answers no
question; patients counted twice make it too sure; and some methods give wrong numbers: a normal interval has
no width at 0 and 100%, and the way back from the double arcsine of Freeman and Tukey depends on a number of
patients that nobody has.

Nothing is pooled unless an item asks for it, with a method and a reason. Where the rule speaks, the figure is
drawn without.

## Flagged

```markdown chapters/10-results.md
# Results

@fig:walking shows how many could walk.

::: {#fig:walking .figure item=walking}
:::
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{okoro2022,
  author  = {Okoro, Ada},
  title   = {Walking after splints},
  journal = {Journal of Small Bones},
  year    = {2022},
}
```

```yaml evidence/items/walking.yaml
kind: figure
builder: forest_response
caption: Walking after six weeks
rows: ["*.walk"]
pool: {method: freeman-tukey, reason: one cast and one test}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  settings: [wards]
  design_type: single-arm
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
- id: stones
  name: STONES
  settings: [wards]
  design_type: randomised
  cohorts: [{id: all, label: all children}]
  reports: [{reference: okoro2022, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,source,seen_at,locator,words
bones.walk,bones,all,walking,proportion,10,20,nguyen2021,bones.example,Table 2,could walk again
stones.walk,stones,all,walking,proportion,14,20,okoro2022,stones.example,Table 1,could walk again
```

```text
evidence/items/walking.yaml:1:1: EVI017 not pooled: designs differ: single-arm; randomised
evidence/items/walking.yaml:1:1: EVI017 not pooled: method `freeman-tukey`: no way back to a proportion
```

## Passes

```yaml evidence/items/walking.yaml
kind: figure
builder: forest_response
caption: Walking after six weeks
rows: ["*.walk"]
pool: {method: random-intercept-logistic, reason: one cast and one test}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  settings: [wards]
  design_type: single-arm
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
- id: stones
  name: STONES
  settings: [wards]
  design_type: single-arm
  cohorts: [{id: all, label: all children}]
  reports: [{reference: okoro2022, role: primary}]
```

## Fix

Show the studies side by side without `pool`; or pool those of one setting, design, product and outcome, by
`random-intercept-logistic` or `logit-hartung-knapp`, and say why.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportkit.items.pooling import asked, pooled, refusals
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_HINT = "Show the studies side by side, or pool those that are alike; say the method and why."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each reason against what an item asks to be pooled."""
    for item in review.items if review.evidence else ():
        for reason in _reasons(item, review.evidence or Evidence()):
            yield RULE.diagnostic(item.location, f"not pooled: {reason}", _HINT, item.id)


def _reasons(item: Item, evidence: Evidence) -> Iterator[str]:
    found = tuple(refusals(item, evidence))
    yield from found
    if asked(item) and not found and pooled(item, evidence, Decimal(95)) is None:
        yield "the counts allow no estimate"


RULE = Rule(
    code="EVI017",
    name="pooling-refused",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
