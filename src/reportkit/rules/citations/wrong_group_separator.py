"""Keys in one pair of citation brackets that are not separated by a semicolon.

## Why it matters

pandoc takes the second key for a remark about the first: it prints the author's name inside the brackets
instead of a second number.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021, @rossi2019].
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
chapters/10-results.md:3:53: CIT005 `rossi2019` is not separated from `nguyen2021` by a semicolon
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019].
```

## Fix

Put a semicolon between the keys. The fix does that when it is asked for: it cannot know whether a remark
was meant.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.rule import Data, Rule

_SEPARATOR = re.compile(r"[\s,]*(?:,|\s|\band\b|&)[\s,]*")
_ENDS_LIKE_A_LIST = re.compile(r"[^;]*,\s*")


def check(review: Review) -> Iterator[Diagnostic]:
    """Two neighbouring citations inside one pair of brackets with only a comma, a space or `and` between."""
    for chapter in review.chapters:
        citations = sorted(chapter.scan.citations, key=lambda citation: citation.span)
        starts = [citation.span.start for citation in citations]
        for group in chapter.scan.groups:
            if group.bracketed:
                first, last = (bisect_left(starts, place) for place in (group.span.start, group.span.end))
                yield from _unseparated(chapter, citations[first:last])


def _unseparated(chapter: Chapter, inside: Sequence[Citation]) -> Iterator[Diagnostic]:
    for before, after in pairwise(inside):
        gap = Span(before.span.end, after.span.start)
        between = chapter.source.text[gap.start : gap.end]
        if _SEPARATOR.fullmatch(between) or _ENDS_LIKE_A_LIST.fullmatch(between):
            message = f"`{after.key}` is not separated from `{before.key}` by a semicolon"
            hint = f"Write `[@{before.key}; @{after.key}]`."
            kept = "" if _SEPARATOR.fullmatch(between) else between.rstrip(" ,\n")
            edit = Edit(chapter.locate(gap), f"{kept}; ")
            fix = Fix(Applicability.UNSAFE, "separate the keys by a semicolon", (edit,))
            yield RULE.diagnostic(chapter.locate(after.span), message, hint, after.key, fix)


RULE = Rule(
    code="CIT005",
    name="wrong-group-separator",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
