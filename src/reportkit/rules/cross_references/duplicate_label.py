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

Headings of the same words get different labels by themselves. Files that are no chapters of one review are
looked at one by one.

## Fix

Rename one of the labels, and the references to it.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import texts
from reportkit.rules.rule import Data, Rule

_REFERENCES = "refs"  # the place of the reference list, which each document may name


def check(review: Review) -> Iterator[Diagnostic]:
    """Every label after the first of its name in a text, in reading order."""
    for text in texts(review):
        first: dict[str, Location] = {}
        for chapter in text:
            for label in chapter.scan.labels:
                if label.kind != "automatic" and label.label != _REFERENCES:
                    place = chapter.locate(label.span)
                    yield from _repeated(label.label, place, first.setdefault(label.label, place))


def _repeated(label: str, place: Location, earlier: Location) -> Iterator[Diagnostic]:
    if earlier != place:
        message = f"the label `{label}` is already given at {earlier}"
        found = RULE.diagnostic(place, message, "Rename one of them, and the references to it.", label)
        yield replace(found, related=(Related(earlier, "the label stands here first"),))


RULE = Rule(
    code="XRF002",
    name="duplicate-label",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
