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

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.rules.reading.addresses import addresses
from reportkit.rules.reading.dois import values
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Rule

_FORM = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_DIGITS = re.compile(r"\d{15}[\dX]")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?orcid\.org/(?=\d)", re.IGNORECASE)
_KEYED = re.compile(r"\borcid[\"']?[ ]*:[ ]*[\"']?(?P<value>[^\s\"',#{}\[\]]+)", re.IGNORECASE)
_EXAMPLE = "0000-0002-1825-0097"
_HINT = "Copy it from the person's page at orcid.org."


def check(review: Review) -> Iterator[Diagnostic]:
    """The iDs of the review's authors, at the head of documents, in links and in the bibliography."""
    for author in review.settings.authors:
        if author.orcid and (flaw := _flaw(author.orcid)):
            place = Location.top(review.settings.filename)
            message = f"`{author.orcid}`, the ORCID iD of {author.name}, {flaw}"
            yield RULE.diagnostic(place, message, _HINT)
    for chapter in review.chapters:
        for entry in chapter.scan.metadata:
            for found in _KEYED.finditer(chapter.source.text, entry.span.start, entry.span.end):
                yield from _judged(found["value"], chapter.locate(Span(*found.span("value"))))
    for address in addresses(review):
        if _ADDRESS.match(address.text):
            yield from _judged(address.text, address.place(Span(0, len(address.text))))
    for written in written_fields(review.bibliography, "orcid"):
        for value, span in values(written):
            place, key = written.place(span), written.reference.key
            yield from _judged(value, place, key, is_written=written.source is not None)


def _judged(
    value: str, place: Location, subject: str | None = None, *, is_written: bool = True
) -> Iterator[Diagnostic]:
    if flaw := _flaw(value):
        message = f"the ORCID iD `{_ADDRESS.sub('', value)}` {flaw}"
        fix = _grouped(value, place) if is_written else None
        yield RULE.diagnostic(place, message, _HINT, subject, fix)


def _flaw(value: str) -> str:
    digits = _digits(value)
    if not _DIGITS.fullmatch(digits):
        return "has not 16 digits"
    if not mod_11_2.is_valid(digits):
        return "has a wrong check digit"
    bare = _ADDRESS.sub("", value)
    if bare == _EXAMPLE:
        return "is the example from orcid.org"
    return "" if _FORM.fullmatch(bare) else "is not written in four groups of four digits"


def _digits(value: str) -> str:
    return re.sub(r"[\s-]", "", _ADDRESS.sub("", value)).upper()


def _grouped(value: str, place: Location) -> Fix | None:
    """The digits in groups behind what stands before them, if all are there and right."""
    prefix, digits = value[: len(value) - len(_ADDRESS.sub("", value))], _digits(value)
    text = "-".join(digits[i : i + 4] for i in range(0, len(digits), 4))
    if _flaw(text):
        return None
    return Fix(Applicability.SAFE, "write it in four groups", (Edit(place, prefix + text),))


RULE = Rule(
    code="IDN010",
    name="orcid",
    severity=Severity.ERROR,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
