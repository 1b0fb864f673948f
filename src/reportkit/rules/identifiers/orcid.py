"""An ORCID iD whose form or check digit is wrong.

## Why it matters

It leads to another person, or to nobody.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```toml reportkit.toml
title = "Walking after casts"

[[authors]]
name = "An Nguyen"
orcid = "0000-0001-5109-3701"
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
reportkit.toml:1:1: IDN010 `0000-0001-5109-3701`, the ORCID iD of An Nguyen, has a wrong check digit
```

## Passes

```toml reportkit.toml
title = "Walking after casts"

[[authors]]
name = "An Nguyen"
orcid = "0000-0001-5109-3700"
```

## Fix

Copy the iD from the person's page at orcid.org. Where only the hyphens are missing, the fix adds them.
"""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_11_2

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.rules.reading.dois import values
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Rule

_FORM = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_DIGITS = re.compile(r"\d{15}[\dX]")
_ADDRESS = "https://orcid.org/"
_EXAMPLE = "0000-0002-1825-0097"
_HINT = "Copy it from the person's page at orcid.org."


def check(review: Review) -> Iterator[Diagnostic]:
    """The iDs of the review's authors, and those in the bibliography."""
    for author in review.settings.authors:
        reason = orcid_flaw(author.orcid) if author.orcid else ""
        if reason:
            place = Location.top(review.settings.filename)
            message = f"`{author.orcid}`, the ORCID iD of {author.name}, {reason}"
            yield RULE.diagnostic(place, message, _HINT)
    for written in written_fields(review.bibliography, "orcid"):
        for value, span in values(written):
            if reason := orcid_flaw(value):
                key, fix = written.reference.key, _grouped(written, value, span)
                message = f"the ORCID iD `{value}` {reason}"
                yield RULE.diagnostic(written.place(span), message, _HINT, key, fix)


def orcid_flaw(value: str) -> str:
    """What is wrong with an ORCID iD, or nothing."""
    compact = _compact(value)
    if not _DIGITS.fullmatch(compact):
        return "has not 16 digits"
    if not mod_11_2.is_valid(compact):
        return "has a wrong check digit"
    if value == _EXAMPLE:
        return "is the example from orcid.org"
    grouped = _FORM.fullmatch(value.removeprefix(_ADDRESS))
    return "" if grouped else "is not written in four groups of four digits"


def _compact(value: str) -> str:
    return re.sub(r"[\s-]", "", value.removeprefix(_ADDRESS)).upper()


def _grouped(written: WrittenField, value: str, span: Span) -> Fix | None:
    digits = _compact(value)
    text = "-".join(digits[i : i + 4] for i in range(0, len(digits), 4))
    return None if orcid_flaw(text) else written.mended(span, text, "write it in four groups")


RULE = Rule(
    code="IDN010",
    name="orcid",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
