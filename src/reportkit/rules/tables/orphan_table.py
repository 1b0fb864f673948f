"""A table or figure that is declared but stands in no chapter.

## Why it matters

It was made to be seen, and nobody sees it.

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
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```yaml evidence/items/walking.yaml
kind: table
builder: outcomes
caption: Who could walk again.
rows: [bones.walking]
```

```text
evidence/items/walking.yaml:1:1: TAB006 the table `walking` is declared but stands in no chapter
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].

::: {#tbl:walking .table item=walking}
:::
```

## Fix

Place it in a chapter, or remove its file. An item that a chapter places but nobody declares is XRF001.
"""

from collections.abc import Iterator

from reportkit.measures.near import near
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.items import Item
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Items that no chapter places, not even under a misspelt name, and that no text refers to in vain."""
    meant = _meant(review)
    for item in review.items:
        if item.id not in meant:
            message = f"the {item.kind} `{item.id}` is declared but stands in no chapter"
            hint = f"Place it in a chapter with {div(item)}, or remove its file."
            yield RULE.diagnostic(item.location, message, hint, item.id)


def div(item: Item) -> str:
    """How to place an item, in the words of a hint."""
    return f"`::: {{#{label(item)} .{item.kind} item={item.id}}}` and a line `:::`"


def label(item: Item) -> str:
    """The label that an item has as a rule."""
    return f"{'fig' if item.kind == 'figure' else 'tbl'}:{item.id}"


def _meant(review: Review) -> set[str]:
    known = {item.id for item in review.items}
    by_label = {label(item): item.id for item in review.items}
    placed = {place.item for chapter in review.chapters for place in chapter.scan.items}
    labels = {given.label for chapter in review.chapters for given in chapter.scan.labels}
    wanted = {reference.label for c in review.chapters for reference in c.scan.cross_references} - labels
    misspelt = (name for place in placed - known for name in near(place, known))
    return {*placed, *misspelt, *(by_label[name] for name in wanted & by_label.keys())}


RULE = Rule(
    code="TAB006",
    name="orphan-table",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.ITEMS}),
    check=check,
    documentation=__doc__,
)
