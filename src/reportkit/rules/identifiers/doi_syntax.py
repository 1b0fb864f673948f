"""A DOI that is none by its form.

## Why it matters

The link in the reference list leads nowhere.

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
  doi     = {10.100/bones.12},
}
```

```text
references.bib:6:14: IDN001 `10.100/bones.12` is no DOI
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
```

## Fix

Copy the DOI from the paper. It begins with `10.`, four to nine digits and a slash. Where there is no DOI,
leave the field out. Where one stands among other words, the suggested fix takes these away.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.addresses import addresses
from reportkit.rules.reading.dois import bare_doi, doi_prefix, trimmed
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.running_text import running_text
from reportkit.rules.rule import Data, Rule

_FORM = r"10\.\d{4,9}(?:\.\d+)*/"
# The second form is a short DOI of shortdoi.org, which resolves like any other.
_DOI = re.compile(rf"{_FORM}\S+|10/[a-z0-9]{{3,}}", re.IGNORECASE)
_WITHIN = re.compile(rf"{_FORM}[^\s\"<>{{}}\\]+")
_LABELLED = re.compile(r"\bdoi(?::\s?|\s)(?P<doi>10[./][^\s\"<>\ufffc]+)", re.IGNORECASE)
_ADDRESS_OF_DOI = re.compile(r"10[./%]")
_HINT = "Copy it from the paper: `10.`, four to nine digits, a slash and more, without spaces."


def check(review: Review) -> Iterator[Diagnostic]:
    """DOIs of fields, of links and in prose behind a label that have another form; odd old suffixes pass."""
    yield from _in_links(review)
    yield from _in_prose(review)
    for written in written_fields(review.bibliography, "doi"):
        value, key = written.field.value, written.reference.key
        if not _DOI.fullmatch(bare_doi(value)):
            place = written.field.value_location
            yield RULE.diagnostic(place, f"`{value}` is no DOI", _HINT, key, _alone(written))


def _in_links(review: Review) -> Iterator[Diagnostic]:
    for address in addresses(review):
        prefix = doi_prefix(address.text)
        doi = address.text.removeprefix(prefix)
        if prefix and _ADDRESS_OF_DOI.match(doi) and not _DOI.fullmatch(doi.replace("%2F", "/")):
            place = address.place(Span(len(prefix), len(address.text)))
            yield RULE.diagnostic(place, f"`{doi}` is no DOI", _HINT)


def _in_prose(review: Review) -> Iterator[Diagnostic]:
    for chapter, prose in running_text(review):
        for found in _LABELLED.finditer(prose.text):
            doi = trimmed(found["doi"])
            if not _DOI.fullmatch(doi):
                place = chapter.locate(prose.span(found.start("doi"), found.start("doi") + len(doi)))
                yield RULE.diagnostic(place, f"`{doi}` is no DOI", _HINT)


def _alone(written: WrittenField) -> Fix | None:
    """The one DOI within other words."""
    found = _WITHIN.findall(written.text)
    if len(found) != 1:
        return None
    doi = trimmed(found[0])
    span = Span(0, len(written.text))
    return written.mended(span, doi, f"leave `{doi}` alone there", Applicability.UNSAFE)


RULE = Rule(
    code="IDN001",
    name="doi-syntax",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
