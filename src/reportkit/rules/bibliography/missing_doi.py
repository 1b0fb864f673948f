"""An article without DOI and PubMed number, among others that have one.

## Why it matters

The reference list cannot link it, and nothing can say whether it was retracted or corrected.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Journal of Small Bones},
  year    = {2019},
  pmid    = {31234567},
}
```

```text
references.bib:9:10: BIB042 `rossi2020` has neither DOI nor PubMed number
```

## Passes

Articles before 2000 and preprints need none, and in a bibliography where fewer than half of the articles have
one, the rule takes that for a habit.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  pmcid   = {PMC7654321},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Journal of Small Bones},
  year    = {1999},
}
```

## Known false positives

Some journals give their articles no DOI. An entry for which the metadata lock knows none passes.

## Fix

Look the article up at Crossref or PubMed. Where the metadata lock has its DOI, under the same title, the fix
adds it.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.locks import WorkRecord
from reportkit.model.review import Review
from reportkit.rules.reading.addition import addition
from reportkit.rules.reading.preprints import is_preprint
from reportkit.rules.reading.titles import alike
from reportkit.rules.reading.works import identifiers
from reportkit.rules.rule import Data, Risk, Rule

_SINCE = 2000
_YEAR = re.compile(r"\d{4}")
_DOI = re.compile(r"10\.\d{4,9}/")
_ELSEWHERE = ("url", "note", "eprint", "howpublished")


def check(review: Review) -> Iterator[Diagnostic]:
    """Articles since 2000 that stand alone among others with an identifier."""
    articles = [each for each in review.bibliography.by_key.values() if _is_recent_article(each)]
    without = [article for article in articles if not (_is_identified(article) or is_preprint(article))]
    if 2 * len(without) > len(articles):
        return
    for reference in without:
        record = _record(review, reference)
        if record is None or record.doi:
            message = f"`{reference.key}` has neither DOI nor PubMed number"
            hint = "Look it up at Crossref or PubMed and add it."
            fix = _added(reference, record.doi) if record else None
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key, fix)


def _is_recent_article(reference: Reference) -> bool:
    if reference.type != "article":
        return False
    year = _YEAR.search(reference.text("date", "year"))
    return year is not None and int(year[0]) >= _SINCE and bool(reference.text("journaltitle", "journal"))


def _is_identified(reference: Reference) -> bool:
    return bool(identifiers(reference) or reference.text("pmcid")) or any(
        _DOI.search(reference.text(name)) for name in _ELSEWHERE
    )


def _record(review: Review, reference: Reference) -> WorkRecord | None:
    """What the lock knows of the entry, if it knows it under the same title."""
    record = review.metadata.records.get(reference.key) if review.metadata else None
    return record if record and alike(record.title, reference.text("title")) else None


def _added(reference: Reference, doi: str) -> Fix | None:
    edit = addition(reference, "doi", doi)
    return Fix(Applicability.SAFE, f"add the DOI {doi}", (edit,)) if edit else None


RULE = Rule(
    code="BIB042",
    name="missing-doi",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
