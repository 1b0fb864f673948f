"""A character that cannot be seen in a field of the bibliography.

## Why it matters

Web pages hide zero-width spaces and soft hyphens in what is copied from them. A DOI with one leads nowhere,
and a title or name with one is found by no search, although it looks right.

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
  doi     = {10.1000/\u200bbones.12},
}
```

```text
references.bib:6:22: BIB028 the doi of `nguyen2021` holds an invisible character: zero width space (U+200B)
```

## Passes

A protected space may stand between words, though not in a DOI or address.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, A.\u00a0B.},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
```

## Fix

The fix removes the character. Joiners and marks of direction stay where the field has letters of a script
that needs them.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import ADDRESSES, PRINTED, WrittenField, written_fields
from reportkit.rules.reading.invisible import (
    INVISIBLE,
    INVISIBLE_OR_BLANK,
    JOINED_SCRIPTS,
    NEEDED,
    described,
)
from reportkit.rules.rule import Data, Rule

_IDENTIFIERS = ADDRESSES | {"crossref", "isbn", "issn", "pmcid", "pmid", "xdata", "year"}


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields with such characters, each at its first one."""
    if any(INVISIBLE_OR_BLANK.search(source.text) for source in review.bibliography.sources):
        for written in written_fields(review.bibliography, *PRINTED):
            if spans := list(_invisible(written)):
                yield _finding(written, spans)


def _invisible(written: WrittenField) -> Iterator[Span]:
    pattern = INVISIBLE_OR_BLANK if written.field.name in _IDENTIFIERS else INVISIBLE
    for found in pattern.finditer(written.text):
        if not (NEEDED.match(found[0]) and JOINED_SCRIPTS.search(written.text)):
            yield Span(*found.span())


def _finding(written: WrittenField, spans: list[Span]) -> Diagnostic:
    char, key = written.text[spans[0].start], written.reference.key
    message = f"the {written.field.name} of `{key}` holds an invisible character: {described(char)}"
    edits = tuple(Edit(written.place(span), "") for span in spans)
    fix = Fix(Applicability.SAFE, "remove it", edits) if written.source else None
    return RULE.diagnostic(written.place(spans[0]), message, "Remove it.", key, fix)


RULE = Rule(
    code="BIB028",
    name="invisible-character",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
