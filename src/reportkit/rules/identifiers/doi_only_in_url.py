"""A DOI that stands in another field than `doi`.

## Why it matters

Neither duplicates nor retractions are found by it, and styles that print DOIs print none.

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
  year    = {2021},
  url     = {https://doi.org/10.1000/bones.12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  url     = {https://bones.example/doi/full/10.1000/bones.11},
}
```

```text
references.bib:6:14: IDN005 `nguyen2021` has its DOI in `url`
references.bib:14:14: IDN005 `rossi2020` has its DOI in `url`
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

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  doi     = {10.1000/bones.11},
  url     = {https://bones.example/doi/full/10.1000/bones.11},
}
```

## Fix

The fix turns a field that holds nothing but the address or label and the DOI into `doi`. Out of a publisher's
address, copy it yourself: what follows the DOI there is not always part of it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.dois import doi_prefix, trimmed, unescaped
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_FIELDS = ("url", "note", "howpublished")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>{}]+")
_HELD = re.compile(r"doi(?:\.org|:|/|=|\s)[^\s\"<>{}]*10\.\d{4,9}", re.IGNORECASE)
_COMMAND = re.compile(r"\\url\{([^{}]*)\}")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such field of each entry that has no DOI."""
    seen: set[str] = set()
    for written in written_fields(review.bibliography, *_FIELDS, holding=_HELD):
        reference = written.reference
        if not reference.text("doi") and reference.key not in seen:
            seen.add(reference.key)
            message = f"`{reference.key}` has its DOI in `{written.field.name}`"
            place, hint = written.field.value_location, "Give it in `doi`, from `10.` on."
            yield RULE.diagnostic(place, message, hint, reference.key, _moved(written))


def _moved(written: WrittenField) -> Fix | None:
    """The field under its right name, where there is none of that name and nothing else in it."""
    whole = _COMMAND.fullmatch(written.text)
    address = unescaped(unquote(whole[1] if whole else written.text))
    doi = address.removeprefix(doi_prefix(address))
    if (
        written.source is None
        or written.reference.field("doi")
        or trimmed(doi) != doi
        or not _DOI.fullmatch(doi)
    ):
        return None
    start = written.field.start
    name = written.source.locate(Span(start, start + len(written.field.name)))
    edits = (Edit(name, "doi"), Edit(written.place(Span(0, len(written.text))), doi))
    return Fix(Applicability.SAFE, "turn the field into `doi`", edits)


RULE = Rule(
    code="IDN005",
    name="doi-only-in-url",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
