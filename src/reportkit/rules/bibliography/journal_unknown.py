"""A journal that is not in the list of known ones, or a title that holds more than a title.

## Why it matters

A misspelt journal is found by nobody, and a year, DOI or address within the title is printed as part of it.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020].
```

```toml reportkit.toml
title = "Walking after casts"

[style]
journals = ["Journal of Small Bones", "Annals of Casts"]
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Jornal of Small Bones},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Annals of Casts 2020},
  year    = {2020},
}
```

```text
references.bib:4:14: BIB025 `Jornal of Small Bones` is not among the known journals
references.bib:11:14: BIB025 the title of the journal `Annals of Casts 2020` holds a year
```

## Passes

Without a list in the settings, every title that is nothing but a title passes.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {The journal of small bones},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Annals of Casts},
  year    = {2020},
}
```

## Known false positives

Every journal that the list does not have yet; so the rule runs where it is selected. Journals with a year in
their title.

## Fix

Correct the title, or add it to `journals` under `[style]` in the settings. Move years, DOIs and addresses
into fields of their own.
"""

import re
from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.reading.journals import folded_journal, spellings
from reportkit.rules.rule import Data, Risk, Rule

_MORE = (
    (re.compile(r"https?://|www\.", re.IGNORECASE), "an address"),
    (re.compile(r"\b10\.\d{4,9}/"), "a DOI"),
    (re.compile(r"(?<![\d:.])(?:19|20)\d\d(?![\d.])"), "a year"),
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Titles with more in them, and where there is a list, spellings of journals that it lacks."""
    for written in written_fields(review.bibliography, "journal", "journaltitle"):
        if what := next((what for pattern, what in _MORE if pattern.search(written.field.value)), None):
            message = f"the title of the journal `{written.field.value}` holds {what}"
            hint = "Move it into a field of its own."
            yield RULE.diagnostic(written.field.value_location, message, hint, written.reference.key)
    if known := review.settings.style.journals:
        yield from _unknown(review, known)


def _unknown(review: Review, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    folded = {folded_journal(title) for title in known}
    for spelling in spellings(review.bibliography):
        if spelling.folded not in folded and not any(pattern.search(spelling.title) for pattern, _ in _MORE):
            message = f"`{spelling.title}` is not among the known journals"
            hint = did_you_mean(spelling.title, known, "Add it to `journals` of the settings if it is right.")
            yield RULE.diagnostic(spelling.location, message, hint, spelling.first.reference.key)


RULE = Rule(
    code="BIB025",
    name="journal-unknown",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.HIGH,
    check=check,
    documentation=__doc__,
)
