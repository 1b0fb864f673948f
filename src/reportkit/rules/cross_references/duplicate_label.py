"""A label that is given twice in the whole document.

## Why it matters

Chapters are joined, and a reference to the label could lead to either place.

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again [@nguyen2021].

# More results {#sec:results}

The others could not.
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
chapters/10-results.md:5:18: XRF002 the label `sec:results` is already given at chapters/10-results.md:1:13
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again [@nguyen2021].

# More results {#sec:more-results}

The others could not.
```

## Fix

Rename one of the labels, and the references to it.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every label after the first of its name, in reading order."""
    first: dict[str, Location] = {}
    for chapter in review.chapters:
        written = (label for label in chapter.scan.labels if label.kind != "automatic")
        for label in written:
            place = chapter.locate(label.span)
            earlier = first.setdefault(label.label, place)
            if earlier != place:
                message = f"the label `{label.label}` is already given at {earlier}"
                hint = "Rename one of them, and the references to it."
                found = RULE.diagnostic(place, message, hint, label.label)
                yield replace(found, related=(Related(earlier, "the label stands here first"),))


RULE = Rule(
    code="XRF002",
    name="duplicate-label",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
