"""An `@` in a bare web address, which pandoc takes for a citation.

## Why it matters

The address is broken in two, and a source that nobody meant is cited.

## Flagged

```markdown chapters/10-results.md
# Results

The group reports on https://bones.example/@clinic every month [@nguyen2021].
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
chapters/10-results.md:3:44: CIT009 pandoc takes `@clinic` in this address for a citation
```

## Passes

```markdown chapters/10-results.md
# Results

The group reports on <https://bones.example/@clinic> every month [@nguyen2021].
```

## Fix

The fix puts the address between `<` and `>`.
"""

from bisect import bisect_right
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """A citation that begins inside a bare address."""
    for chapter in review.chapters:
        citations = sorted(chapter.scan.citations, key=lambda citation: citation.span)
        starts = [citation.span.start for citation in citations]
        for url in chapter.scan.urls:
            index = bisect_right(starts, url.start)
            if index < len(starts) and starts[index] < url.end:
                citation = citations[index]
                message = f"pandoc takes `@{citation.key}` in this address for a citation"
                hint = "Put the address between `<` and `>`."
                fix = _bracketed(chapter.locate(url))
                yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key, fix)


def _bracketed(place: Location) -> Fix:
    before, after = (
        Location(place.filename, place.start, place.start),
        Location(place.filename, place.end, place.end),
    )
    return Fix(
        Applicability.SAFE, "put the address between `<` and `>`", (Edit(before, "<"), Edit(after, ">"))
    )


RULE = Rule(
    code="CIT009",
    name="at-in-bare-url",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
