"""An image, a link or an included file that is not there.

## Why it matters

A picture or a whole section would be missing from the document, or a link would lead nowhere.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021], as told in the [protocol](protocol.md).

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
chapters/10-results.md:3:64: XRF006 the file `protocol.md` is not there
chapters/10-results.md:5:30: XRF006 the image `clinic.png` is not there
```

## Passes

```markdown chapters/10-results.md
# Results

The clinic lies on a hill, and half could walk again [@nguyen2021].
```

Addresses are not followed, and pages and documents that are made of the text, such as `index.html`, are taken
to be there. Files that Quarto and knitr put into the text are looked for as well.

## Fix

Correct the path, which starts at the chapter's or the project's folder, or add the file to the project.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Images and links whose target the reader did not find."""
    hint = "Correct the path, or add the file to the project."
    for chapter in review.chapters:
        for image in chapter.scan.images:
            if image.target in review.missing_images:
                message = f"the image `{image.target}` is not there"
                yield RULE.diagnostic(chapter.locate(image.target_span), message, hint, image.target)
        for link in chapter.scan.links:
            if link.target in review.missing_links:
                message = f"the file `{link.target}` is not there"
                yield RULE.diagnostic(chapter.locate(link.target_span), message, hint, link.target)


RULE = Rule(
    code="XRF006",
    name="broken-file-link",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
