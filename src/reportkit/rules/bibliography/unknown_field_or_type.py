"""A field or an entry type that nobody knows.

## Why it matters

What stands in a misspelt field is not printed: with `autor`, a paper has no author.

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
  volumne = {12},
}
```

```text
references.bib:6:3: BIB009 nobody knows the field `volumne` of `nguyen2021`
```

## Passes

Fields of BibTeX and BibLaTeX are known, and so is what reference managers and publishers add to them.

```bibtex references.bib
@article{nguyen2021,
  author       = {Nguyen, An},
  title        = {Walking after casts},
  journaltitle = {Journal of Small Bones},
  date         = {2021},
  volume       = {12},
  eid          = {e12},
  timestamp    = {2021-03-04},
}
```

## Known false positives

Fields that a program or a team has made up for itself. Those stand in the settings under `known-fields`.

## Fix

The fix writes the field that was probably meant, where the entry does not have it yet.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from reportkit.measures.near import did_you_mean, near
from reportkit.model.bibliography import Field, Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, Position
from reportkit.model.review import Review
from reportkit.rules.reading.vocabulary import KNOWN, PRINTED, TYPES
from reportkit.rules.rule import Data, Risk, Rule

_MEANT = PRINTED - {f"editor{letter}{end}" for letter in "abc" for end in ("", "type")}
# Numbered addresses, notes of one program, fields put out of use, the two letters of a database's export.
_OF_A_PROGRAM = re.compile(r"bdsk-\w+-\d+|opt\w+|\w\w|\w+-[\w-]+|_\w+|x-?\w*")


def check(review: Review) -> Iterator[Diagnostic]:
    """Names of types and fields, in any case of letters, that stand in no list."""
    style = review.settings.style
    known = KNOWN.union(name.lower() for name in (*style.known_fields, *style.private_fields))
    meant = cache(lambda name: near(name, _MEANT))
    for reference in review.bibliography.references:
        if reference.type not in TYPES:
            message = f"nobody knows the type `{reference.type}` of `{reference.key}`"
            hint = did_you_mean(reference.type, TYPES, "Use a type of BibTeX or BibLaTeX, or `misc`.")
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)
        for field in reference.fields:
            if field.name not in known and not _OF_A_PROGRAM.fullmatch(field.name):
                yield _unknown(reference, field, meant)


def _unknown(reference: Reference, field: Field, meant: Callable[[str], tuple[str, ...]]) -> Diagnostic:
    names = meant(field.name)
    hint = did_you_mean(field.name, names, "It is not printed.")
    message = f"nobody knows the field `{field.name}` of `{reference.key}`"
    fix = None
    if len(names) == 1 and not reference.field(names[0]):
        edit = Edit(_name_of(field), names[0])
        fix = Fix(Applicability.UNSAFE, f"write `{names[0]}`", (edit,))
    return RULE.diagnostic(_name_of(field), message, hint, reference.key, fix)


def _name_of(field: Field) -> Location:
    start = field.location.start
    return Location(field.location.filename, start, Position(start.row, start.column + len(field.name)))


RULE = Rule(
    code="BIB009",
    name="unknown-field-or-type",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.HIGH,
)
