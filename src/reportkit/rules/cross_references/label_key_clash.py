"""A key of the bibliography that begins like a cross-reference.

## Why it matters

`@fig:2019` is read as a reference to a figure, and the work can never be cited.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{fig:2019,
  author  = {Figueroa, Ana},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```text
references.bib:8:10: XRF007 the key `fig:2019` is read as a cross-reference
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

Which beginnings count depends on the flavour: `fig:` and `tbl:` here, `fig-` and `tbl-` in Quarto.

## Fix

Rename the key, here and where it is cited.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule
from reportkit.scanner.flavors import FLAVORS


def check(review: Review) -> Iterator[Diagnostic]:
    """Keys with the beginnings that a flavour of the chapters keeps for labels."""
    flavors = {chapter.flavor for chapter in review.chapters}
    beginnings = tuple(each for flavor in flavors for each in FLAVORS[flavor].references)
    for key, reference in review.bibliography.by_key.items():
        if key.startswith(beginnings):
            message = f"the key `{key}` is read as a cross-reference"
            hint = "Rename it, here and where it is cited."
            yield RULE.diagnostic(reference.key_location, message, hint, key)


RULE = Rule(
    code="XRF007",
    name="label-key-clash",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
