"""A label in a list of examples that is also the key of an entry.

## Why it matters

`@label` prints the number of the example, wherever it stands behind the list. A citation of the entry by that
key is lost.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@rossi2019], as in:

(@nguyen2021) A boy of six walked after four weeks.
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

```text
chapters/10-results.md:5:2: CIT012 the example `nguyen2021` takes the place of the entry with this key
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@rossi2019; @nguyen2021], as in:

(@boy) A boy of six walked after four weeks.
```

## Fix

Rename the label.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Labels of examples that the bibliography has as keys."""
    for chapter in review.chapters:
        for example in chapter.scan.examples:
            if example.label in review.bibliography.by_key:
                message = f"the example `{example.label}` takes the place of the entry with this key"
                hint = "Give the example another label."
                yield RULE.diagnostic(chapter.locate(example.span), message, hint, example.label)


RULE = Rule(
    code="CIT012",
    name="example-label-shadows-key",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
