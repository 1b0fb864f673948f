"""Fields that a reference manager keeps for its user.

## Why it matters

Paths of files name persons and machines, groups and dates of entry change with every export, and abstracts
belong to their publishers. None of it is printed, all of it is published with the bibliography.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author   = {Nguyen, An},
  title    = {Walking after casts},
  journal  = {Journal of Small Bones},
  year     = {2021},
  file     = {C:/papers/casts.pdf},
  abstract = {We looked at casts.},
}
```

```text
references.bib:6:3: BIB046 `nguyen2021` has private fields: `file`, `abstract`
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

A bibliography that is shared for its abstracts. Which fields are private besides the usual ones stands in
the settings under `private-fields`; those under `known-fields` never are.

## Fix

The fix removes the fields.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.removal import removal
from reportkit.rules.reading.vocabulary import PRIVATE
from reportkit.rules.rule import Data, Risk, Rule

_OF_A_PROGRAM = re.compile(r"(?:mendeley|bdsk|zotero|papers2?|jabref|citeulike)-?[\w-]*|x-[\w-]+|__\w+")


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding for each entry, at its first private field."""
    style = review.settings.style
    wanted = frozenset(name.lower() for name in style.known_fields)
    private = PRIVATE.union({"abstract"}, (name.lower() for name in style.private_fields)) - wanted
    for reference in review.bibliography.references:
        fields = [f for f in reference.fields if f.name in private or _OF_A_PROGRAM.fullmatch(f.name)]
        if fields:
            names = ", ".join(dict.fromkeys(f"`{field.name}`" for field in fields))
            message = f"`{reference.key}` has private fields: {names}"
            edits = tuple(removal(field) for field in fields)
            fix = Fix(Applicability.UNSAFE, "remove them", edits)
            hint = "Leave them out when you export."
            yield RULE.diagnostic(fields[0].location, message, hint, reference.key, fix)


RULE = Rule(
    code="BIB046",
    name="private-fields",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
