"""An entry that takes fields over from another one, which is not there.

## Why it matters

The title of the book, its editors and its publisher are missing from the printed reference, without a word.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@inproceedings{nguyen2021,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  booktitle = {Small Bones},
  year      = {2021},
  crossref  = {bones2012},
}

@proceedings{bones2021,
  title  = {Small Bones},
  editor = {Rossi, Bea},
  year   = {2021},
}
```

```text
references.bib:6:16: BIB033 `nguyen2021` takes fields over from `bones2012`, which is not there
```

## Passes

The other entry may stand before or behind, in this file or another one.

```bibtex references.bib
@inproceedings{nguyen2021,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  booktitle = {Small Bones},
  year      = {2021},
  crossref  = {bones2021},
}

@proceedings{bones2021,
  title  = {Small Bones},
  editor = {Rossi, Bea},
  year   = {2021},
}
```

## Fix

Correct the key or add the entry. Upper and lower case count.
"""

import re
from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_KEY = re.compile(r"[^\s,]+")
_A_FILE_IS_MISSING = 20  # so many keys are no slips of the hand, and to look for near ones takes time


def check(review: Review) -> Iterator[Diagnostic]:
    """Every key in `crossref` and `xdata` that no entry has, and an entry's own."""
    broken = list(_broken(review))
    known = review.bibliography.by_key.keys() if len(broken) < _A_FILE_IS_MISSING else ()
    for written, key, span in broken:
        heir = written.reference.key
        what = "which is not there" if key != heir else "which is itself"
        message = f"`{heir}` takes fields over from `{key}`, {what}"
        hint = did_you_mean(key, (other for other in known if other != heir), "Upper and lower case count.")
        yield RULE.diagnostic(written.place(span), message, hint, heir)


def _broken(review: Review) -> Iterator[tuple[WrittenField, str, Span]]:
    known = review.bibliography.by_key
    for written in written_fields(review.bibliography, "crossref", "xdata"):
        for found in _KEY.finditer(written.text):
            if found[0] not in known or found[0] == written.reference.key:
                yield written, found[0], Span(*found.span())


RULE = Rule(
    code="BIB033",
    name="broken-crossref",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
