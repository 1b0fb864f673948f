"""A month that pandoc does not know.

## Why it matters

Months are written as `mar` without braces, or as a number. Of `March`, `Mar.` or `mar/apr` pandoc prints
nothing.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  month   = {March},
}
```

```text
references.bib:6:14: BIB022 pandoc does not know the month `March` of `nguyen2021`
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  month   = mar,
}
```

## Fix

The fix writes the three letters for the name of a month in English, French, German or Portuguese. Of ranges,
days and seasons it makes nothing: write the number of the first month, and a day into `day`.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Field
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KNOWN = re.compile(rf"(?:{'|'.join(_MONTHS)}|0?[1-9]|1[0-2])", re.IGNORECASE)
_SPELT_OUT = re.compile(
    "(jan(?:uary|uar|vier|eiro)?)|(febr?(?:uary|uar)?|f[eé]v(?:rier|ereiro)?)|(mar(?:ch|s|ço)?|märz)"
    "|(apr(?:il)?|avr(?:il)?|abr(?:il)?)|(may|mai|maio)|(june?|juni|juin|junho)|(july?|juli|juillet|julho)"
    "|(aug(?:ust)?|août|agosto)|(sept?(?:ember|embre)?|setembro)|(o[ck]t(?:ober|obre)?|outubro)"
    "|(nov(?:ember|embre)?|novembro)|(de[cz](?:ember)?|d[eé]c(?:embre)?|dezembro)",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Months other than the three letters and the numbers from 1 to 12; those put together are left alone."""
    for field in written_fields(review.bibliography, "month"):
        value, key = field.field.value, field.reference.key
        if not _KNOWN.fullmatch(value) and field.source:
            message = f"pandoc does not know the month `{value}` of `{key}`"
            hint = "Write the first three letters of its English name without braces, or its number."
            yield RULE.diagnostic(field.field.value_location, message, hint, key, _fix(field.field))


def _fix(field: Field) -> Fix | None:
    found = _SPELT_OUT.fullmatch(field.value.rstrip("."))
    if found is None or found.lastindex is None:
        return None
    month, text = _MONTHS[found.lastindex - 1], field.source.text
    behind_equals = len(text[: field.value_start].rstrip('{" \t\n'))
    before = text[behind_equals : field.value_start]
    start = behind_equals + len(before) - len(before.lstrip())
    place = field.source.locate(Span(start, field.end))
    return Fix(Applicability.SAFE, f"write `{month}`", (Edit(place, month),))


RULE = Rule(
    code="BIB022",
    name="month-format",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
