"""A DOI that ends in the punctuation of the sentence it was copied from.

## Why it matters

The link in the reference list leads nowhere, and no register knows the work by it.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021], as [others](https://doi.org/10.1000/bones.13.) saw.
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12.},
}
```

```text
chapters/10-results.md:3:98: IDN003 the DOI `10.1000/bones.13.` ends in `.`
references.bib:6:30: IDN003 the DOI `10.1000/bones.12.` ends in `.`
```

## Passes

A bracket that is opened within the DOI belongs to it.

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021], as [others](https://doi.org/10.1000/bones.13) saw.
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones(12)},
}
```

## Known false positives

A few old DOIs do end in a full stop.

## Fix

The fix removes it.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.addresses import addresses
from reportkit.rules.reading.dois import doi_prefix, trimmed
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """DOI fields, and links of chapters that lead to a DOI."""
    for address in addresses(review):
        if doi_prefix(address.text) and (span := _punctuation(address.text)):
            fix = address.mended(span, "", "remove it")
            yield RULE.diagnostic(address.place(span), _message(address.text, span), "Remove it.", None, fix)
    for written in written_fields(review.bibliography, "doi"):
        if span := _punctuation(written.text):
            key, fix = written.reference.key, written.mended(span, "", "remove it")
            yield RULE.diagnostic(written.place(span), _message(written.text, span), "Remove it.", key, fix)


def _punctuation(doi: str) -> Span | None:
    """What stands at the end and does not belong there; an underscore may well belong there."""
    end = len(trimmed(doi.rstrip("_")))
    return Span(end, len(doi)) if doi[end:].strip("_") else None


def _message(doi: str, span: Span) -> str:
    bare = doi.removeprefix(doi_prefix(doi))
    return f"the DOI `{bare}` ends in `{doi[span.start : span.end]}`"


RULE = Rule(
    code="IDN003",
    name="doi-trailing-punctuation",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
