"""A web page without the day on which it was read.

## Why it matters

Pages change and vanish. With the day, a reader can find the version that was cited in an archive.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@online{nguyen2021,
  author = {Nguyen, An},
  title  = {Walking after casts},
  year   = {2021},
  url    = {https://bones.example/casts},
}
```

```text
references.bib:1:9: BIB048 `nguyen2021` has no `urldate`
```

## Passes

A page with a DOI is kept for good and needs no such day.

```bibtex references.bib
@online{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  year    = {2021},
  url     = {https://bones.example/casts},
  urldate = {2021-03-04},
}
```

## Fix

Add `urldate` with the day on which you read the page, as `2021-03-04`.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.inheritance import fields_of
from reportkit.rules.rule import Data, Rule

_PAGES = frozenset({"online", "electronic", "www"})
_DATED = ("urldate", "urlyear", "lastchecked", "lastaccessed", "accessed", "doi", "eprint", "pmid", "pmcid")
_SAID = re.compile(r"access|retriev|visit|read on|abgerufen|consult|acesso|20\d\d-\d\d-\d\d", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Web pages without the day and without an identifier; a note may say the day, too."""
    for reference in review.bibliography.references:
        if reference.type in _PAGES:
            fields = fields_of(reference, review.bibliography)
            dated = any(name in fields and fields[name].value for name in _DATED)
            said = _SAID.search(
                " ".join(fields[n].value for n in ("note", "howpublished", "addendum") if n in fields)
            )
            if not dated and not said:
                hint = "Add the day on which you read the page, as `urldate = {2021-03-04}`."
                message = f"`{reference.key}` has no `urldate`"
                yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB048",
    name="missing-access-date",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
