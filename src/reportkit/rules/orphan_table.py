"""A table or figure that is declared but stands in no chapter.

## Why it matters

It was made to be seen, and nobody sees it.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Place it in a chapter, or remove its file. An item that a chapter places but nobody declares is XRF001.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_PREFIX = {"table": "tbl", "figure": "fig"}


def check(review: Review) -> Iterator[Diagnostic]:
    """Items that no chapter places."""
    placed = {place.item for chapter in review.chapters for place in chapter.scan.items}
    for item in review.items:
        if item.id not in placed:
            message = f"the {item.kind} `{item.id}` is declared but stands in no chapter"
            div = f"::: {{#{_PREFIX[item.kind]}:{item.id} .{item.kind} item={item.id}}}"
            hint = f"Place it in a chapter with `{div}` and a line `:::`, or remove its file."
            yield RULE.diagnostic(item.location, message, hint, item.id)


RULE = Rule(
    code="TAB006",
    name="orphan-table",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.ITEMS}),
    check=check,
    documentation=__doc__,
)
