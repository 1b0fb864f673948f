"""A cross-reference to something that is not there, or a place for a table or figure that nobody declared.

## Why it matters

No number can be printed for it.

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Who could walk again is told in @sec:result [@nguyen2021].
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
chapters/10-results.md:3:33: XRF001 nothing is labelled `sec:result`
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Who could walk again is told in @sec:results [@nguyen2021].
```

## Fix

Correct the label, or give the table, figure or heading this label. For an item, correct its name or
declare it in `evidence/items/`.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule
from reportkit.rules.tables.orphan_table import div, label


def check(review: Review) -> Iterator[Diagnostic]:
    """References without a target, then places without an item."""
    yield from _references(review)
    yield from _places(review)


def _references(review: Review) -> Iterator[Diagnostic]:
    labels = {given.label for chapter in review.chapters for given in chapter.scan.labels}
    unplaced = {label(item): item for item in review.items}
    for chapter in review.chapters:
        for reference in chapter.scan.cross_references:
            name = reference.label
            if name not in labels:
                hint = did_you_mean(name, labels, f"Correct it, or write `{{#{name}}}` at its target.")
                if name in unplaced:
                    hint = f"Place the {unplaced[name].kind} in a chapter with {div(unplaced[name])}."
                message = f"nothing is labelled `{name}`"
                yield RULE.diagnostic(chapter.locate(reference.span), message, hint, name)


def _places(review: Review) -> Iterator[Diagnostic]:
    items = {item.id for item in review.items} | _unreadable(review)
    for chapter in review.chapters:
        for place in chapter.scan.items:
            if place.item not in items:
                message = f"no table or figure named `{place.item}` is declared"
                hint = did_you_mean(
                    place.item, items, "Correct the name, or declare it in `evidence/items/`."
                )
                yield RULE.diagnostic(chapter.locate(place.span), message, hint, place.item)


def _unreadable(review: Review) -> set[str]:
    """The names of items that are declared in a file with faults of its own."""
    return {fault.location.filename.rpartition("/")[2].removesuffix(".yaml") for fault in review.faults}


RULE = Rule(
    code="XRF001",
    name="undefined-label",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
