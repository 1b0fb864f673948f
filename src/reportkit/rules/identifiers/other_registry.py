"""A number of a trial register other than the American and European ones that is none by its form.

## Why it matters

The register does not find it, and nobody can compare the report with what was planned.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (ISRCTN1234567) [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:40: IDN016 `ISRCTN1234567` is no number of its register: ISRCTN and 8 digits are
```

## Passes

Blanks behind the register's name do no harm.

```markdown chapters/10-results.md
# Results

Half of the children could walk again (ISRCTN 12345678) [@nguyen2021].
```

## Known false positives

Registers change their numbers. Those that have more than one form at a time, such as the Dutch ones, are not
looked at.

## Fix

Copy the number from the register.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.registrations import in_prose, in_studies
from reportkit.rules.rule import Data, Risk, Rule

# Name of the register to the form of what follows it, and the form in words.
_FORMS: Mapping[str, tuple[str, str]] = {
    "ACTRN": (r"\d{14}", "ACTRN and 14 digits are"),
    "ChiCTR": (r"\d{8,10}|[A-Z]{3,5}-?\d{8}", "ChiCTR and 10 digits, or letters and 8 digits, are"),
    "CTRI": (r"20\d\d[/-]\d{2,3}[/-]\d{6}", "CTRI/2020/01/012345 is"),
    "DRKS": (r"\d{8}", "DRKS and 8 digits are"),
    "IRCT": (r"\d{11,14}N\d{1,3}", "IRCT, 11 to 14 digits, N and a number are"),
    "ISRCTN": (r"\d{8}", "ISRCTN and 8 digits are"),
    "jRCT": (r"\d{10}|[A-Za-z]\d{9}", "jRCT and 10 digits, or a letter and 9 digits, are"),
    "PACTR": (r"\d{15,16}", "PACTR and 15 or 16 digits are"),
    "TCTR": (r"20\d{9}", "TCTR and 11 digits are"),
    "UMIN": (r"\d{9}", "UMIN and 9 digits are"),
}
_NEARLY = re.compile(
    rf"(?<![\w/])(?P<number>(?P<name>{'|'.join(_FORMS)})[\s:#/-]{{0,2}}"
    r"(?P<rest>(?:[A-Z]{3,5}-?)?[A-Za-z]?\d+(?:[/-]\d+){0,2}(?:N\d*)?))(?![\w/])"
)
_COUNT_OR_YEAR = re.compile(r"\D*(?:\d{1,2}|(?:19|20)\d\d)\D*")


def check(review: Review) -> Iterator[Diagnostic]:
    """Numbers behind a register's name, in prose and among the registrations of studies."""
    for registration in chain(in_prose(review, _NEARLY), in_studies(review, _NEARLY)):
        form, words = _FORMS[registration.found["name"]]
        rest = registration.found["rest"]
        if not re.fullmatch(form, rest) and not _COUNT_OR_YEAR.fullmatch(rest):
            message = f"{registration.words} is no number of its register: {words}"
            hint = "Copy it from the register."
            yield RULE.diagnostic(registration.location, message, hint, registration.subject)


RULE = Rule(
    code="IDN016",
    name="other-registry",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
