"""The same key twice in one pair of citation brackets.

## Why it matters

The number is printed twice, as in [4, 4]. Most often the second key should have been another one.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @nguyen2021].
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
chapters/10-results.md:3:53: CIT003 `nguyen2021` stands twice in one citation and would be printed twice
```

## Passes

Two different pages of one work are two citations.

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021, p. 3; @nguyen2021, p. 7].
```

## Fix

The fix removes the second one.
"""

from collections.abc import Iterator
from itertools import pairwise

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import CitationGroup
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """A repeated key whose locator, if it has one, says nothing new."""
    for chapter in review.chapters:
        for group in chapter.scan.groups:
            if group.bracketed:
                yield from _repeated(chapter, group)


def _repeated(chapter: Chapter, group: CitationGroup) -> Iterator[Diagnostic]:
    text = chapter.source.text
    locators: dict[str, set[str]] = {}
    for citation, part in zip(group.citations, _parts(text, group), strict=True):
        locator = text[citation.span.end : part.end].strip(" ,\n")
        if citation.key in locators and locator in {"", *locators[citation.key]}:
            fix = Fix(Applicability.SAFE, "remove it", (Edit(chapter.locate(part), ""),))
            message = f"`{citation.key}` stands twice in one citation and would be printed twice"
            hint = "Remove it, or correct it if another source was meant."
            yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key, fix)
        locators.setdefault(citation.key, set()).add(locator)


def _parts(text: str, group: CitationGroup) -> Iterator[Span]:
    """What each citation covers in its group: from the semicolon before it to the one behind it."""
    start = group.span.start + 1
    for citation, following in pairwise(group.citations):
        end = max(text.rfind(";", citation.span.end, following.span.start), citation.span.end)
        yield Span(start, end)
        start = end
    yield Span(start, group.span.end - 1)


RULE = Rule(
    code="CIT003",
    name="duplicate-key-in-group",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
