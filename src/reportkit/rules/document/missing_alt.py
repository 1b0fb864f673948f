"""An image without a text that stands for it.

## Why it matters

Who cannot see the image learns nothing of it. The text in the square brackets is read out; where it is
also the caption, `alt=` may say more.

## Flagged

```markdown chapters/10-results.md
# Results

![](clinic.png)

![clinic.png](clinic.png)
```

```png clinic.png
(an image)
```

```text
chapters/10-results.md:3:1: DOC003 the image `clinic.png` has no text
chapters/10-results.md:5:1: DOC003 the text of the image `clinic.png` is the name of its file
```

## Passes

An empty `alt` says that the image is an ornament.

```markdown chapters/10-results.md
# Results

![Two wings and a garden](clinic.png)

![](clinic.png){alt="Two wings and a garden"}

![](clinic.png){alt=""}
```

## Fix

Say in a few words what the image shows.
"""

import re
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Image
from reportkit.rules.rule import Data, Rule

_ALT_ATTRIBUTE = re.compile(r"(?:fig-)?alt\s*=", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Images that neither brackets nor attributes describe."""
    for chapter in review.chapters:
        for image in chapter.scan.images:
            if flaw := _flaw(chapter, image):
                hint = 'Say in a few words what it shows, or write `{alt=""}` behind an ornament.'
                yield RULE.diagnostic(chapter.locate(image.span), flaw, hint, image.target)


def _flaw(chapter: Chapter, image: Image) -> str:
    attributes = chapter.source.text[image.target_span.end : image.span.end]
    if _ALT_ATTRIBUTE.search(attributes):
        return ""
    text = image.alt.strip().lower()
    if not text:
        return f"the image `{image.target}` has no text"
    target = image.target.lower()
    name = target.rpartition("/")[2]
    if text in {target, name, name.rpartition(".")[0]}:
        return f"the text of the image `{image.target}` is the name of its file"
    return ""


RULE = Rule(
    code="DOC003",
    name="missing-alt",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
