"""A place that was to be filled in and is printed as it is.

## Why it matters

A note to oneself reaches every reader.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [citation needed]. XX% ran, as Figure ?? shows.
```

```text
chapters/10-results.md:3:23: DOC006 `[citation needed]` stands for something that is missing
chapters/10-results.md:3:42: DOC006 `XX%` stands for something that is missing
chapters/10-results.md:3:54: DOC006 `Figure ??` stands for something that is missing
```

## Passes

```markdown chapters/10-results.md
# Results

Half could walk again. The karyotype was 46,XX. <!-- a note to oneself is not printed -->
```

## Fix

Write what is missing, or put the note into a comment: `<!-- … -->`.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import running_text
from reportkit.rules.rule import Data, Rule

_PLACEHOLDER = re.compile(
    r"""
    \b(?:TO[D]O|FIX[M]E|TBD)\b(?!['’]?s\b|\s+(?:lists?|items?|comments?)\b)
    | (?<![\w,.-])[Xx]{1,3}(?:[.][Xx]{1,2})?\s?%
    | \b(?:[Ff]ig(?:ure|s?\.)|[Tt]ables?|[Ss]ections?|[Cc]hapters?|[Ee]q(?:uation|s?\.)|[Pp]ages?)\s\?{2,}
    | [\[(]\?{2,}[\])]
    | (?i:\[(?:(?:citation|ref(?:erence)?s?)(?:\ needed)?|cite|(?:insert\ |add\ (?:ref|cit))[^\]]{0,200})\])
    | (?i:\blorem\ ipsum\b)
    """,
    re.VERBOSE,
)
_PERHAPS = re.compile(r"\?\?|[\[%]|TO[D]O|FIX[M]E|TBD|[Ll](?:orem|OREM)")


def check(review: Review) -> Iterator[Diagnostic]:
    """Usual placeholders in what is printed."""
    for chapter, prose in running_text(review):
        for found in _PLACEHOLDER.finditer(prose.text) if _PERHAPS.search(prose.text) else ():
            message = f"`{found[0]}` stands for something that is missing"
            hint = "Write what is missing, or put the note into a comment: `<!-- … -->`."
            yield RULE.diagnostic(chapter.locate(prose.span(*found.span())), message, hint)


RULE = Rule(
    code="DOC006",
    name="placeholder-text",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
