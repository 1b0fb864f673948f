"""A work that is cited through another one.

## Why it matters

Nobody has looked at the work itself, and what a second author made of it is passed on.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again (Okoye 2016, cited in [@nguyen2021]).
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:52: CIT017 `cited in` leads to a work that nobody here has read
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

## Known false positives

A remark about who cites whom, such as a history of an idea.

## Fix

Read and cite the work itself; where it cannot be had, say so.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.cited_prose import CitedPlace, cited_places
from reportkit.rules.rule import Data, Risk, Rule

_THROUGH = re.compile(
    r"\b(?:(?:as )?(?:cited|quoted) (?:in|by|from|after|through)|as (?:reviewed|reported) by|apud)\W*$",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """The words before a citation, outside its brackets or in them."""
    for place in cited_places(review):
        yield from _outside(place)
        yield from _inside(place)


def _outside(place: CitedPlace) -> Iterator[Diagnostic]:
    found = _THROUGH.search(place.before)
    if found:
        words = found[0].rstrip(" ([,:")
        start = place.index_of(found.start())
        location = place.locate(start, start + len(words))
        yield RULE.diagnostic(location, _message(words), _HINT, place.keys[0])


def _inside(place: CitedPlace) -> Iterator[Diagnostic]:
    """`[cited in @key]`: the words stand before the first key."""
    start, end = place.group.span.start, place.group.citations[0].span.start
    found = _THROUGH.search(place.chapter.source.text, start, end)
    if found:
        words = found[0].strip()
        location = place.chapter.locate(Span(found.start(), found.start() + len(words)))
        yield RULE.diagnostic(location, _message(words), _HINT, place.keys[0])


def _message(words: str) -> str:
    return f"`{words}` leads to a work that nobody here has read"


_HINT = "Read and cite the work itself."

RULE = Rule(
    code="CIT017",
    name="secondary-citation",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
