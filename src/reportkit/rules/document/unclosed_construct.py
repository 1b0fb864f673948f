"""A comment, code block, div or formula that is opened and never closed.

## Why it matters

A comment without end is printed, note to oneself and all. A code block without end swallows the rest of
the chapter, a div the rest of its section.

## Flagged

```markdown chapters/10-results.md
# Results

They walked. <!-- ask the clinic

They ran.
```

```text
chapters/10-results.md:3:14: DOC007 this comment is never closed: it is printed as it stands
```

## Passes

```markdown chapters/10-results.md
# Results

They walked. <!-- ask the clinic -->

They ran.
```

## Fix

Close it with `-->`, with as many backticks or colons as opened it, or with `$`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_WORDS = {
    "comment": ("comment", "it is printed as it stands", "`-->`"),
    "fence": ("code block", "all that follows is code", "a line of the same marks"),
    "div": ("div", "all that follows belongs to it", "a line of colons"),
    "math": ("formula", "it is printed as it stands", "the same mark"),
}


def check(review: Review) -> Iterator[Diagnostic]:
    """Opening marks that the scanner found no end of."""
    for chapter in review.chapters:
        for unclosed in chapter.scan.unclosed:
            what, consequence, closing = _WORDS[unclosed.kind]
            if chapter.source.text.startswith("<div", unclosed.span.start):
                closing = "`</div>`"
            message = f"this {what} is never closed: {consequence}"
            yield RULE.diagnostic(chapter.locate(unclosed.span), message, f"Close it with {closing}.")


RULE = Rule(
    code="DOC007",
    name="unclosed-construct",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
