"""A word that means another time whenever it is read.

## Why it matters

What is current when a review is written is not when it is read.

## Flagged

```markdown chapters/10-results.md
# Results

Casts are currently made of glass.
```

```text
chapters/10-results.md:3:11: DOC012 `currently` means another time whenever it is read
```

## Passes

A year in the same sentence is enough, or a citation.

```markdown chapters/10-results.md
# Results

In 2024 casts were made of glass, and currently of paper too (May 2024).
```

## Known false positives

Quotations, and reviews that are rewritten every month.

## Fix

Say when: `in 2024`, `up to May 2024`.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import is_english, running_text
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Data, Rule

_RELATIVE = re.compile(
    r"""\b(?:currently|nowadays|presently|recently|at\ present|these\ days|(?<!up\ )to\ date|as\ yet
    |(?:in\ )?(?:recent|the\ (?:last|past)\ (?:few|several))\ years|(?:last|this|next)\ year)\b(?!-)""",
    re.IGNORECASE | re.VERBOSE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\ufffc")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such word of each sentence without year or citation, in English texts."""
    if not is_english(review):
        return
    for chapter, prose in running_text(review):
        for sentence in sentences(prose.text) if _RELATIVE.search(prose.text) else ():
            found = _RELATIVE.search(prose.text, sentence.start, sentence.end)
            if found and not _DATED.search(prose.text, sentence.start, sentence.end):
                place = chapter.locate(prose.span(*found.span()))
                message = f"`{found[0]}` means another time whenever it is read"
                yield RULE.diagnostic(place, message, "Say when: `in 2024`, `up to May 2024`.")


RULE = Rule(
    code="DOC012",
    name="relative-time",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
