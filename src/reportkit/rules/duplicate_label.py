"""A label that is given twice in the whole document.

## Why it matters

Chapters are joined, and a reference to the label could lead to either place.

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again.

# More results {#sec:results}

The others could not.
```

```text
???
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again.

# More results {#sec:more-results}

The others could not.
```

## Fix

Rename one of the labels, and the references to it.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Span
from reportkit.model.manuscript import Chapter
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every label after the first of its name, in reading order."""
    first: dict[str, Location] = {}
    for chapter in review.chapters:
        for label, span in sorted(_labels(chapter), key=lambda pair: pair[1]):
            place = chapter.locate(span)
            earlier = first.setdefault(label, place)
            if earlier != place:
                message = f"the label `{label}` is given twice, first at {earlier}"
                yield RULE.diagnostic(place, message, "Rename one of them, and the references to it.", label)


def _labels(chapter: Chapter) -> set[tuple[str, Span]]:
    given = {(label.label, label.span) for label in chapter.scan.labels}
    spans = {span for _, span in given}
    places = {(p.label, p.span) for p in chapter.scan.items if p.label and p.span not in spans}
    return given | places


RULE = Rule(
    code="XRF002",
    name="duplicate-label",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
