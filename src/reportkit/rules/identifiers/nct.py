"""A number of ClinicalTrials.gov that is none by its form.

## Why it matters

The register does not find it, and two spellings of one trial look like two trials.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (NCT 01234567) [@nguyen2021].
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
chapters/10-results.md:3:40: IDN013 `NCT 01234567` is no number of ClinicalTrials.gov
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again (NCT01234567) [@nguyen2021].
```

## Fix

Write `NCT` and eight digits, without a space. Where all eight digits are there, the fix does that.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Rule

_NEARLY = re.compile(r"(?<![\w/])NCT[\s#:-]{0,2}\d{5,}\b", re.IGNORECASE)
_NCT = re.compile(r"NCT\d{8}")
_HINT = "Write `NCT` and eight digits, as the register does."
_ADDRESSES = frozenset({"url", "doi", "file"})


def check(review: Review) -> Iterator[Diagnostic]:
    """The prose of the chapters, the bibliography, and the registrations of studies."""
    yield from _in_prose(review)
    yield from _in_bibliography(review)
    for study in review.evidence.studies if review.evidence else ():
        for registration in study.registrations:
            if _wrong(registration):
                message = f"`{registration}` of study `{study.id}` is no number of ClinicalTrials.gov"
                yield RULE.diagnostic(study.location, message, _HINT, study.id)


def _in_prose(review: Review) -> Iterator[Diagnostic]:
    for chapter in review.chapters:
        for prose in chapter.scan.prose:
            for found in filter(_wrong_match, _NEARLY.finditer(prose.text)):
                place = chapter.locate(prose.span(*found.span()))
                right = _right(found[0])
                fix = Fix(Applicability.SAFE, f"write `{right}`", (Edit(place, right),)) if right else None
                yield RULE.diagnostic(place, _message(found[0]), _HINT, None, fix)


def _in_bibliography(review: Review) -> Iterator[Diagnostic]:
    for written in written_fields(review.bibliography):
        if written.field.name not in _ADDRESSES:
            for found in filter(_wrong_match, _NEARLY.finditer(written.text)):
                span, right = Span(*found.span()), _right(found[0])
                fix = written.mended(span, right, f"write `{right}`") if right else None
                place = written.place(span)
                yield RULE.diagnostic(place, _message(found[0]), _HINT, written.reference.key, fix)


def _wrong(text: str) -> bool:
    return bool(_NEARLY.fullmatch(text)) and not _NCT.fullmatch(text)


def _wrong_match(found: re.Match[str]) -> bool:
    return _wrong(found[0])


def _right(text: str) -> str:
    """The number in its right form, or nothing where digits are missing."""
    right = f"NCT{''.join(char for char in text if char.isdecimal())}"
    return right if _NCT.fullmatch(right) else ""


def _message(text: str) -> str:
    return f"`{' '.join(text.split())}` is no number of ClinicalTrials.gov"


RULE = Rule(
    code="IDN013",
    name="nct",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
