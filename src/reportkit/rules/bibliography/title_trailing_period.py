"""A title that ends in a full stop.

## Why it matters

Where a title ends, and with which sign, is for the style to say. With its own full stop a title ends in two,
or in `.,` and `."`.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts.},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:3:33: BIB016 the title of `nguyen2021` ends in a full stop
```

## Passes

A question mark is part of a title, and so is the point of an abbreviation.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts in the U.S.},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

An abbreviation that is not known as one, at the end of a title. Write it out, or put it in braces.

## Fix

The fix takes the full stop away.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_ENDS = re.compile(r"\.\s*$")
# Not behind initials, numbers, dots and words that are cut short.
_ABBREVIATED = re.compile(
    r"(?:[.\d]|(?<![^\W\d_])[^\W\d_]"
    r"|\b(?:al|approx|bros|ca|cf|co|corp|dept|ed|eds|etc|fig|inc|jr|ltd|no|op|p|pp|sp|spp|sr|ssp|st|subsp|var|vol|vs))$",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Titles of works, not of journals, which are abbreviated with points."""
    for field in written_fields(review.bibliography, "title", "subtitle"):
        found = _ENDS.search(field.text)
        if found and not _ABBREVIATED.search(field.text[: found.start()]):
            span, key = Span(found.start(), found.start() + 1), field.reference.key
            message = f"the {field.field.name} of `{key}` ends in a full stop"
            fix = field.mended(span, "", "take it away")
            yield RULE.diagnostic(field.place(span), message, "Take it away: the style sets it.", key, fix)


RULE = Rule(
    code="BIB016",
    name="title-trailing-period",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
