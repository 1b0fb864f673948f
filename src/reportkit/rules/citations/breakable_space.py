r"""A blank before a citation at which a line may break.

## Why it matters

The number of the citation can begin the next line, apart from what it belongs to.

## Flagged

```markdown chapters/10-results.md
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
```

```text
chapters/10-results.md:3:38: CIT027 a line may break before this citation
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again\ [@nguyen2021].
```

## Known false positives

Everything, for those who find lines that break there good enough. That is why the rule has to be selected.

## Fix

The fix puts a backslash before the blank, which makes it one that does not break.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.cited_prose import CitedPlace, cited_places
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in brackets behind a blank or the end of a line."""
    for place in cited_places(review):
        if place.group.bracketed and _is_behind_blank(place):
            start = place.group.span.start
            blank = place.chapter.locate(Span(start - 1, start))
            fix = Fix(Applicability.SAFE, "keep the line together", (Edit(blank, "\\ "),))
            hint = "Write `\\ ` in the place of the blank."
            yield RULE.diagnostic(blank, "a line may break before this citation", hint, place.keys[0], fix)


def _is_behind_blank(place: CitedPlace) -> bool:
    """Whether nothing but one blank of the source lies between the citation and the text before it."""
    start = place.group.span.start
    if place.index == 0 or place.prose.offsets[place.index - 1] != start - 1 or place.before[-1] != " ":
        return False
    return place.chapter.source.text[start - 2 : start] != "\\ " and bool(place.before.strip())


RULE = Rule(
    code="CIT027",
    name="breakable-space",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
    risk=Risk.HIGH,
)
