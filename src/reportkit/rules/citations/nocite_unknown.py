"""A key under `nocite` that no bibliography has.

## Why it matters

The work was to stand in the reference list without being cited. It will not stand there, and no place in the
text shows it.

## Flagged

```markdown chapters/10-results.md
---
nocite: '@rossi2018'
---

# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```text
chapters/10-results.md:2:10: CIT025 `rossi2018` is to be listed but stands in no bibliography
```

## Passes

```markdown chapters/10-results.md
---
nocite: '@rossi2019'
---

# Results

Half of the children could walk again [@nguyen2021].
```

`@*` lists everything.

## Fix

Correct the key, or add an entry with this key to the bibliography.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.reading.metadata import metadata
from reportkit.rules.rule import Data, Rule

EVERYTHING = "*"


def check(review: Review) -> Iterator[Diagnostic]:
    """Unknown keys in the metadata of a chapter."""
    known = review.bibliography.by_key
    for chapter, citation in () if review.bibliography.elsewhere else uncited_on_purpose(review):
        if citation.key not in known and citation.key != EVERYTHING:
            message = f"`{citation.key}` is to be listed but stands in no bibliography"
            hint = did_you_mean(citation.key, known, "Correct the key, or add an entry to the bibliography.")
            yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key)


def uncited_on_purpose(review: Review) -> Iterator[tuple[Chapter, Citation]]:
    """What stands under `nocite`."""
    for chapter in review.chapters:
        place = metadata(chapter, {"nocite"})
        if place.spans:
            yield from ((chapter, c) for c in chapter.scan.citations if c.span.start in place)


RULE = Rule(
    code="CIT025",
    name="nocite-unknown",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
