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

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import CitationGroup
from reportkit.rules.reading.citation_groups import parts
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """A repeated key whose locator, if it has one, says nothing new."""
    for chapter in review.chapters:
        for group in chapter.scan.groups:
            if group.bracketed:
                yield from _repeated(chapter, group)


def _repeated(chapter: Chapter, group: CitationGroup) -> Iterator[Diagnostic]:
    locators: dict[str, set[str]] = {}
    for part in parts(chapter, group):
        citation = part.citation
        if citation.key in locators and part.locator in {"", *locators[citation.key]}:
            fix = Fix(Applicability.SAFE, "remove it", (Edit(chapter.locate(part.span), ""),))
            message = f"`{citation.key}` stands twice in one citation and would be printed twice"
            hint = "Remove it, or correct it if another source was meant."
            yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key, fix)
        locators.setdefault(citation.key, set()).add(part.locator)


RULE = Rule(
    code="CIT003",
    name="duplicate-key-in-group",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
