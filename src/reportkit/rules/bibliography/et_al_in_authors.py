"""`et al.` written into a list of names.

## Why it matters

It becomes a person named "al". How many names are printed is the style's business.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea, et al.},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:41: BIB011 in the author of `nguyen2021`, `et al.` is taken for a name
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea and others},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

The fix writes `and others`. Better: add the names.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.names import NAME_FIELDS, outside_braces
from reportkit.rules.rule import Data, Rule

_ET_AL = re.compile(r"[Ee][Tt]\.?\s+[Aa][Ll]\b\.?")
_BEHIND_A_NAME = re.compile(rf"(?<!\s)(?:\s+and|,)?\s+(?P<words>{_ET_AL.pattern})")
_BRACED = re.compile(rf"\{{\s*(?P<words>{_ET_AL.pattern})\s*\}}")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first place in a list, in braces or not; within the protected name of a group it is part of it."""
    for field in written_fields(review.bibliography, *NAME_FIELDS):
        if _ET_AL.search(field.text):
            bared = _BRACED.sub(lambda found: f" {found['words']}".ljust(len(found[0])), field.text)
            if found := _BEHIND_A_NAME.search(outside_braces(bared)):
                yield _finding(field, Span(*found.span()), Span(*found.span("words")))


def _finding(field: WrittenField, behind: Span, words: Span) -> Diagnostic:
    key, rest = field.reference.key, Span(behind.start, len(field.text))
    is_last = not field.text[words.end :].strip(" \n\t}.,")
    fix = field.mended(rest, " and others", "write `and others`") if is_last else None
    shown = field.text[words.start : words.end]
    message = f"in the {field.field.name} of `{key}`, `{shown}` is taken for a name"
    hint = "Write `and others`, or add the missing names."
    return RULE.diagnostic(field.place(words), message, hint, key, fix)


RULE = Rule(
    code="BIB011",
    name="et-al-in-authors",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
