"""A citation in a title or an abstract.

## Why it matters

Both are read apart from the text, in lists and databases that have no reference list to go with them. Most
journals forbid it.

## Flagged

```markdown chapters/10-results.md
---
title: Walking after casts [@nguyen2021]
---

# Abstract

Half of the children could walk again [@rossi2019].

# Results

All of them were young [@nguyen2021].
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
chapters/10-results.md:2:29: CIT018 `nguyen2021` is cited in the title
chapters/10-results.md:7:40: CIT018 `rossi2019` is cited in the abstract
```

## Passes

```markdown chapters/10-results.md
---
title: Walking after casts
---

# Abstract

Half of the children could walk again.

# Results

All of them were young [@nguyen2021; @rossi2019].
```

## Fix

Cite the work in the text.
"""

from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.metadata import metadata
from reportkit.rules.reading.passages import Stretches
from reportkit.rules.rule import Data, Rule

_TITLE, _ABSTRACT = "title", "abstract"


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in metadata of that name, and below a heading that says so."""
    for chapter in review.chapters:
        places = {
            _TITLE: metadata(chapter, {_TITLE, "subtitle"}),
            _ABSTRACT: Stretches((*metadata(chapter, {_ABSTRACT}).spans, *_abstracts(chapter))),
        }
        for citation in chapter.scan.citations:
            name = next((name for name, place in places.items() if citation.span.start in place), None)
            if name:
                message = f"`{citation.key}` is cited in the {name}"
                hint = "Cite the work in the text."
                yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key)


def _abstracts(chapter: Chapter) -> Iterator[Span]:
    """The sections that are called abstract, with all that is below them."""
    headings = chapter.scan.headings
    for index, heading in enumerate(headings):
        if heading.text.strip().lower() == _ABSTRACT:
            following = (h.span.start for h in headings[index + 1 :] if h.level <= heading.level)
            yield Span(heading.span.start, next(following, len(chapter.source.text)))


RULE = Rule(
    code="CIT018",
    name="citation-in-title-abstract",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
