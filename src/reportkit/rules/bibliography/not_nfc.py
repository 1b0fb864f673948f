"""Letters that are taken apart into a base and an accent.

## Why it matters

`é` can be one character or two that look alike. The two forms are sorted apart, and a search for one does not
find the other.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@rose2021].
```

```bibtex references.bib
@article{rose2021,
  author  = {Rose\u0301, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:17: BIB029 the author of `rose2021` has letters and accents apart, as in `é`
```

## Passes

```bibtex references.bib
@article{rose2021,
  author  = {Rosé, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

The fix composes them (Unicode's normal form C), which looks the same.
"""

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import PRINTED, WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_BEYOND_LATIN_1 = re.compile(r"[^\x00-\xff]")
# A character with the accents that stand upon it.
_CLUSTER = re.compile(r"\w[\u0300-\u036f\u3099\u309a]*|[^\x00-\xff]")


def check(review: Review) -> Iterator[Diagnostic]:
    """Printed fields that are not in normal form C, each at its first such letter."""
    for written in written_fields(review.bibliography, *PRINTED, holding=_BEYOND_LATIN_1):
        if not is_normalized("NFC", written.text):
            yield _finding(written)


def _finding(written: WrittenField) -> Diagnostic:
    key = written.reference.key
    parts = [found for found in _CLUSTER.finditer(written.text) if not is_normalized("NFC", found[0])]
    edits = tuple(Edit(written.place(Span(*part.span())), normalize("NFC", part[0])) for part in parts)
    fix = Fix(Applicability.SAFE, "compose the letters", edits) if written.source and parts else None
    place = edits[0].location if edits else written.field.value_location
    example = f", as in `{edits[0].content}`" if edits else ""
    message = f"the {written.field.name} of `{key}` has letters and accents apart{example}"
    return RULE.diagnostic(place, message, "Write each letter with its accent as one character.", key, fix)


RULE = Rule(
    code="BIB029",
    name="not-nfc",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
