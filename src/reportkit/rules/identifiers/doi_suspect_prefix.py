"""A DOI that is made up, of a test system, or shortened.

## Why it matters

`10.5555` is the prefix of tests, which no resolver knows; digital libraries number works with it that have no
DOI. `10.9999` and `10.7777` stand in examples. A short DOI (`10/abc`) does lead to its work, but registers of
articles and of retractions know only the full one.

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
  doi     = {10.5555/1953048.2078195},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  doi     = {10/bqhp9z},
}
```

```text
references.bib:6:14: IDN004 the DOI of `nguyen2021` begins with `10.5555`, which no resolver knows
references.bib:14:14: IDN004 the DOI of `rossi2020` is a short one, which registers do not know
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  url     = {https://bones.example/papers/12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  doi     = {10.1000/bones.11},
}
```

## Fix

Copy the DOI from the paper; follow a short one to see the full one. A work without a DOI has an address in
`url`.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import bare_doi
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_UNKNOWN = re.compile(r"(10\.(?:5555|7777|9999))/")
_SHORT = re.compile(r"10/[a-z0-9]{3,}", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """DOI fields with such a prefix; short DOIs once for each file, as tools write all or none."""
    short: dict[str, list[WrittenField]] = {}
    for written in written_fields(review.bibliography, "doi"):
        doi, key = bare_doi(written.field.value), written.reference.key
        if unknown := _UNKNOWN.match(doi):
            message = f"the DOI of `{key}` begins with `{unknown[1]}`, which no resolver knows"
            hint = "Copy the DOI from the paper, or give the address in `url`."
            yield RULE.diagnostic(written.field.value_location, message, hint, key)
        elif _SHORT.fullmatch(doi):
            short.setdefault(written.field.source.filename, []).append(written)
    for fields in short.values():
        yield _short(fields)


def _short(fields: list[WrittenField]) -> Diagnostic:
    first, others = fields[0], len(fields) - 1
    which = f"the DOI of `{first.reference.key}`"
    if others:
        which += f", like {others} more in this file," if others > 1 else ", like another one in this file,"
    message = f"{which} is a short one, which registers do not know"
    hint = "Follow it to see the full one."
    return RULE.diagnostic(first.field.value_location, message, hint, first.reference.key)


RULE = Rule(
    code="IDN004",
    name="doi-suspect-prefix",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
