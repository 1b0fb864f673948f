"""A heading with nothing below it.

## Why it matters

Something was to be written there, or was moved away.

## Flagged

```markdown chapters/10-results.md
# Results

They walked.

# Children

<!-- later -->

# Adults

They ran.
```

```text
chapters/10-results.md:5:1: DOC013 nothing stands below this heading
```

## Passes

Headings of a lower level are something, and the list of references comes by itself.

```markdown chapters/10-results.md
# Results

### Adults

They walked.

# References
```

## Fix

Write the section, or take the heading away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Heading
from reportkit.rules.rule import Data, Rule

# Below these the citation processor, or the program that makes the book, puts what belongs there.
_FILLED_LATER = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:works |literature )?cited|r[eé]f[eé]r[eê]n[cz]\w*|literatur\w*|bibliogra\w*)"
    r"(?: (?:cited|list|bibliogr\w*))?|\((?:part|appendix)\*?\).*",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Headings that another one of the same or a higher level follows at once, or the end of the text."""
    chapters = review.chapters
    for chapter, after in zip(chapters, (*chapters[1:], None), strict=True):
        headings = chapter.scan.headings
        for heading, following in zip(headings, (*headings[1:], _first(after)), strict=False):
            is_parent = following is not None and following.level > heading.level
            if not is_parent and not _FILLED_LATER.fullmatch(heading.text.strip()):
                end = following.span.start if following in headings else len(chapter.source.text)
                if _is_blank(chapter, Span(heading.span.end, end)):
                    hint = "Write the section, or take the heading away."
                    message = "nothing stands below this heading"
                    yield RULE.diagnostic(chapter.locate(heading.span), message, hint)


def _first(chapter: Chapter | None) -> Heading | None:
    """The heading that a chapter begins with, which continues the chapter before."""
    if chapter is None or not chapter.scan.headings:
        return None
    first = chapter.scan.headings[0]
    return first if _is_blank(chapter, Span(0, first.span.start)) else None


def _is_blank(chapter: Chapter, span: Span) -> bool:
    """Whether nothing but comments stands there."""
    text, comments = chapter.source.text, chapter.scan.comments
    place = span.start
    for comment in comments[bisect_left(comments, span.start, key=lambda comment: comment.span.start) :]:
        if comment.span.start >= span.end or text[place : comment.span.start].strip():
            break
        place = comment.span.end
    return not text[place : span.end].strip()


RULE = Rule(
    code="DOC013",
    name="empty-section",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
