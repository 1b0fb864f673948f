"""A year that is none, or a date that cannot be read.

## Why it matters

Pandoc prints what stands in `year` as it is, `2021a` and `null` included. Of a `date` in another form than
`2021-03-04` it prints nothing but "n.d.".

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {null},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  date    = {4.3.2020},
}
```

```text
references.bib:5:14: BIB019 the year of `nguyen2021` is no year: `null`
references.bib:12:14: BIB019 pandoc cannot read the date of `rossi2020`: `4.3.2020`
```

## Passes

Words that say why there is no year yet are printed as they stand, and dates may be ranges, seasons or
uncertain.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {in press},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  date    = {2020-03/2020-05~},
}
```

## Fix

Write the four digits of the year, or a `date` as `2021`, `2021-03` or `2021-03-04`, ranges with a stroke
between them. A letter that tells two papers of a year apart is set by the style.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_YEAR = re.compile(r"\{*(\d{3,4})\}*")
_MONTH_OR_SEASON = r"(?:0[1-9]|1[0-2]|2[1-9]|3\d|4[01])"
_DAY = rf"-?(?:\d{{4}}|\d{{3}}u|\d\duu)(?:-{_MONTH_OR_SEASON}(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_MOMENT = rf"{_DAY}(?:T[\d:]+(?:Z|[+-]\d\d:?\d\d)?)?[?~%]*"
# As pandoc reads dates.
_DATE = re.compile(rf"{_MOMENT}(?:/(?:{_MOMENT}|open|unknown)?)?|(?:unknown)?/{_MOMENT}")
_WITHOUT_YEAR = re.compile(
    r"in[ -]press|forthcoming|to appear|accepted.*|submitted.*|under review|in (?:preparation|review)"
    r"|unpublished|preprint|ahead of print|online first|early access|no date|undated"
    r"|n\.? ?d\.?|s\.? ?d\.?|o\.? ?j\.?",
    re.IGNORECASE,
)
_AHEAD = 1  # journals print next year's issues


def check(review: Review) -> Iterator[Diagnostic]:
    """Years that are not three or four digits or lie ahead, and dates that are not in the form of EDTF."""
    last = _last_year(review)
    for field in written_fields(review.bibliography, "year", "date"):
        what = _date(field) if field.field.name == "date" else _year(field, last)
        if what:
            hint = "Write the year in four digits, or a date as `2021-03-04`."
            yield RULE.diagnostic(field.field.value_location, what, hint, field.reference.key)


def _last_year(review: Review) -> int | None:
    """The latest year in which a work can have appeared, where the day of the check is known."""
    settings = review.settings
    day = settings.today or (review.metadata.date if review.metadata else "") or settings.data_date
    return int(day[:4]) + _AHEAD if day[:4].isdigit() else None


def _year(field: WrittenField, last: int | None) -> str:
    value, key = field.field.value, field.reference.key
    digits = _YEAR.fullmatch(value)
    if digits:
        return f"the year of `{key}` lies ahead: `{value}`" if last and int(digits[1]) > last else ""
    if "\\" in value or _WITHOUT_YEAR.fullmatch(value.strip("{}()[]")):
        return ""
    return f"the year of `{key}` is no year: `{value}`"


def _date(field: WrittenField) -> str:
    value = field.field.value
    if _DATE.fullmatch(value):
        return ""
    return f"pandoc cannot read the date of `{field.reference.key}`: `{value}`"


RULE = Rule(
    code="BIB019",
    name="year-invalid",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
