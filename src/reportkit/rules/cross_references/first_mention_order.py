"""A figure or table that is mentioned before another one of its kind that stands before it.

## Why it matters

Readers look for Figure 1 first. Many journals ask for figures and tables in the order in which the text
mentions them.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021]: see @tbl:late and @tbl:early.

| weeks | children |
|-------|----------|
| 6     | 10       |

: After six weeks. {#tbl:early}

| weeks | children |
|-------|----------|
| 9     | 20       |

: After nine weeks. {#tbl:late}
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:42: XRF009 the table `tbl:late` is mentioned before `tbl:early`, but stands behind it
```

## Passes

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021]: see @tbl:early and @tbl:late.

| weeks | children |
|-------|----------|
| 6     | 10       |

: After six weeks. {#tbl:early}

| weeks | children |
|-------|----------|
| 9     | 20       |

: After nine weeks. {#tbl:late}
```

## Fix

Change the order of the figures or tables, or of the mentions.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.labels import floats
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """First mentions of a figure or table while one before it has still to be mentioned."""
    order = {each.label: (each.kind, index) for index, each in enumerate(floats(review))}
    mentions: dict[str, list[tuple[int, str, Location]]] = {"figure": [], "table": []}
    for chapter in review.chapters:
        for reference in chapter.scan.cross_references:
            if place := order.pop(reference.label, None):
                kind, index = place
                mentions[kind].append((index, reference.label, chapter.locate(reference.span)))
    for kind, mentioned in mentions.items():
        yield from _early(kind, mentioned)


def _early(kind: str, mentioned: list[tuple[int, str, Location]]) -> Iterator[Diagnostic]:
    """What is mentioned before another one that stands before it, found from the last mention backwards."""
    waiting = None
    for index, label, location in reversed(mentioned):
        if waiting and waiting[0] < index:
            message = f"the {kind} `{label}` is mentioned before `{waiting[1]}`, but stands behind it"
            yield RULE.diagnostic(
                location, message, "Change the order of the two, or of the mentions.", label
            )
        else:
            waiting = (index, label)


RULE = Rule(
    code="XRF009",
    name="first-mention-order",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
