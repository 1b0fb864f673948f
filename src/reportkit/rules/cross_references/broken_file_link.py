"""An image whose file is not there.

## Why it matters

A picture would be missing from the document.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].

![The clinic from the south](clinic.png)
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
chapters/10-results.md:5:30: XRF006 the image `clinic.png` is not there
```

## Passes

```markdown chapters/10-results.md
# Results

The clinic lies on a hill, and half could walk again [@nguyen2021].
```

## Fix

Correct the path, which starts at the project's folder, or add the file to the project.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Images whose target the reader did not find."""
    for chapter in review.chapters:
        for image in chapter.scan.images:
            if image.target in review.missing_images:
                message = f"the image `{image.target}` is not there"
                hint = "Correct the path, or add the file to the project."
                yield RULE.diagnostic(chapter.locate(image.target_span), message, hint, image.target)


RULE = Rule(
    code="XRF006",
    name="broken-file-link",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
