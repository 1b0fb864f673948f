"""A list of names that cannot be taken apart as it stands.

## Why it matters

Names are separated by `and`, nothing else. `Nguyen, A; Rossi, B` becomes one person with a strange first
name, and a stray `and` becomes a person without a name.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An; Rossi, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:24: BIB010 in the author of `nguyen2021`, `;` does not separate names
```

## Passes

A group's name in braces may hold any of these.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea and {Casts; Bones & Co}},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Put `and` between two names, and at most two commas into one name (`Family, Jr, Given`). Put the name of a
group into braces.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.reading.names import NAME_FIELDS, outside_braces
from reportkit.rules.rule import Data, Rule

_FLAWS = (
    (re.compile(r"\s*;\s*|\s+&\s+"), "`{0}` does not separate names"),
    (re.compile(r"^\s*and\b|\band\s*$|\band(?=\s+and\b)", re.IGNORECASE), "a name is missing beside `{0}`"),
    (re.compile(r",(?=\s*,)|,(?=\s+and\b)|,\s*$"), "there is nothing behind this comma"),
)
_NAME = re.compile(r"\S.*?(?=\s+and\s|\s*$)", re.DOTALL)
_COMMAS_OF_ONE_NAME = 2


def check(review: Review) -> Iterator[Diagnostic]:
    """The first flaw of each list of names."""
    for field in written_fields(review.bibliography, *NAME_FIELDS):
        flaw = next(_flaws(outside_braces(field.text)), None)
        if flaw:
            span, what = flaw
            key = field.reference.key
            message = f"in the {field.field.name} of `{key}`, {what}"
            hint = "Put `and` between two names; put the name of a group into braces."
            separates = field.text[span.start : span.end].strip() in {";", "&"}
            fix = field.mended(span, " and ", "put `and` there", Applicability.UNSAFE) if separates else None
            yield RULE.diagnostic(field.place(_visible(field.text, span)), message, hint, key, fix)


def _visible(text: str, span: Span) -> Span:
    """The span without the blanks around it."""
    part = text[span.start : span.end]
    return Span(span.start + len(part) - len(part.lstrip()), span.start + len(part.rstrip()))


def _flaws(names: str) -> Iterator[tuple[Span, str]]:
    for pattern, what in _FLAWS:
        for found in pattern.finditer(names):
            yield Span(*found.span()), what.format(found[0].strip())
    for name in _NAME.finditer(names):
        if name[0].count(",") > _COMMAS_OF_ONE_NAME:
            yield Span(*name.span()), "one name has more than two commas"


RULE = Rule(
    code="BIB010",
    name="name-list-malformed",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
