"""A heading that skips a level.

## Why it matters

Readers of a screen reader move by levels and look for the one that is missing; the table of contents has
a gap.

## Flagged

```markdown chapters/10-results.md
# Results

They walked.

### Children

They ran.
```

```text
chapters/10-results.md:5:1: DOC001 this heading is of level 3 below one of level 1
```

## Passes

A chapter may begin at any level.

```markdown chapters/10-results.md
# Results

They walked.

Children
--------

They ran.
```

## Fix

Take away a `#`. The unsafe fix does so for the headings below it as well.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Heading
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Headings more than one level below the heading before."""
    for chapter in review.chapters:
        headings = chapter.scan.headings
        for i, (before, heading) in enumerate(pairwise(headings), 1):
            if heading.level > before.level + 1:
                message = f"this heading is of level {heading.level} below one of level {before.level}"
                hint = f"Make it one of level {before.level + 1}, or put one in between."
                fix = _raised(chapter, headings[i:], heading.level - before.level - 1)
                yield RULE.diagnostic(chapter.locate(heading.span), message, hint, fix=fix)


def _raised(chapter: Chapter, headings: Sequence[Heading], levels: int) -> Fix:
    """The first of these headings and those below it with so many `#` less."""
    section = takewhile(lambda heading: heading.level >= headings[0].level, headings)
    starts = [heading.span.start for heading in section]
    edits = tuple(Edit(chapter.locate(Span(start, start + levels)), "") for start in starts)
    return Fix(Applicability.UNSAFE, "raise the heading and those below it", edits)


RULE = Rule(
    code="DOC001",
    name="heading-skip",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    fix=Applicability.UNSAFE,
    documentation=__doc__,
)
