"""An ISSN, the number of a journal, in the field for the ISBN of a book.

## Why it matters

Some reference managers write it there. Styles print it as an ISBN, and no catalogue finds it.

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
  isbn    = {0028-0836},
}
```

```text
references.bib:6:14: IDN008 the `isbn` of `nguyen2021` is an ISSN
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  issn    = {0028-0836},
}
```

## Fix

The fix renames the field to `issn`, unless the entry has one already.
"""

from collections.abc import Iterator

from stdnum import issn

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import values
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_LENGTH = 8


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields named `isbn` that hold nothing but ISSNs, with their check digits."""
    for written in written_fields(review.bibliography, "isbn"):
        if _holds_issns(written):
            key = written.reference.key
            fix = None if written.reference.field("issn") else written.renamed("issn")
            message, hint = f"the `isbn` of `{key}` is an ISSN", "Give it in the field `issn`."
            yield RULE.diagnostic(written.field.value_location, message, hint, key, fix)


def _holds_issns(written: WrittenField) -> bool:
    numbers = [number for value, _ in values(written) for number in value.split()]
    return bool(numbers) and all(
        len(issn.compact(number)) == _LENGTH and issn.is_valid(number) for number in numbers
    )


RULE = Rule(
    code="IDN008",
    name="issn-in-isbn",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
