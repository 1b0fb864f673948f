"""A section that the house requires and no chapter has.

## Why it matters

Readers look for the methods, the limits and who paid; journals send the text back.

## Flagged

```toml reportkit.toml
[style]
required-sections = ["Methods", "Limits"]
```

```markdown chapters/10-results.md
# Materials and methods

They walked.
```

```text
reportkit.toml:2:34: DOC015 no section is called `Limits`
```

## Passes

The words may be part of a longer heading.

```markdown chapters/10-results.md
# Materials and methods

They walked.

# Limits of this review

They were few.
```

## Fix

Write the section, or take its name out of `required-sections` in the settings.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, SourceText, Span
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Required sections whose words stand in no heading."""
    headings = [_words(heading.text) for chapter in review.chapters for heading in chapter.scan.headings]
    for section in review.settings.style.required_sections:
        if not any(f" {_words(section)} " in f" {heading} " for heading in headings):
            place = _place(review.settings.source, section)
            hint = "Write the section, or take its name out of the settings."
            yield RULE.diagnostic(place, f"no section is called `{section}`", hint, section)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _place(settings: SourceText, section: str) -> Location:
    """Where the settings name it."""
    found = re.search(rf"[\"']({re.escape(section)})[\"']", settings.text)
    return settings.locate(Span(*found.span(1)) if found else Span(0, 0))


RULE = Rule(
    code="DOC015",
    name="missing-statement",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.SETTINGS}),
    check=check,
    documentation=__doc__,
)
