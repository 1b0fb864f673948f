"""The number of a figure, table or section typed by hand, or a figure that is said to stand above.

## Why it matters

With the next table every number changes but this one, and where a figure is printed nobody knows beforehand.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021] (Table 1). The table below is @tbl:walking.

| weeks | children |
|-------|----------|
| 6     | 10       |

: Who could walk again. {#tbl:walking}
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
chapters/10-results.md:3:38: XRF008 the number in `Table 1` is typed by hand
chapters/10-results.md:3:52: XRF008 `table below` depends on where the table is printed
```

## Passes

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021], as shown in @tbl:walking. Table 1 of @nguyen2021 has other numbers.

| weeks | children |
|-------|----------|
| 6     | 10       |

: Who could walk again. {#tbl:walking}
```

Only kinds of things are looked at that the review gives labels to. A table of a work that the sentence cites
by the names of its authors, or right behind the number, is taken for one of that work. What code prints
stands where it is printed, and may be said to stand above or below.

## Known false positives

The table of another work that is not cited beside it.

## Fix

Write a cross-reference, for example `@tbl:walking`.
"""

import re
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Prose, ProseKind
from reportkit.rules.reading.cited_prose import SIGN
from reportkit.rules.reading.labels import given_labels, kind_of
from reportkit.rules.rule import Data, Risk, Rule

_NUMBER = re.compile(
    r"(?<![\w.])(?:(?P<table>Tables?|Tab\.)|(?P<figure>Figures?|Figs?\.)|(?P<section>Sections?|Sec\.))"
    r"[ \u00a0]\d+(?:\.\d+)*\b"
)
_PLACE = re.compile(r"\b(?:(?P<table>table)|(?P<figure>figure)) (?:above|below)\b", re.IGNORECASE)
_RUNNING = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM, ProseKind.FOOTNOTE}
_OF_A_WORK = re.compile(
    rf"(?:\s*\(?|,? (?:of|in|from|by)\b[^.]{{0,60}}){SIGN}"
    r"|,? (?:of|in|from) (?:(?:the|their|this|main|original) )*(?:paper|text|report|article|book)\b"
    r"|(?: and \d+)?,? (?:of|in|from|by) [^.]{1,60}\((?:19|20)\d\d[a-z]?\)"
    r"|[\"”’]"
)

_FAR = 300


def check(review: Review) -> Iterator[Diagnostic]:
    """Such words in running text, for kinds that have labels somewhere in the review."""
    kinds = {kind_of(label) for label in given_labels(review)}
    for chapter in review.chapters:
        named = {group.span.start for group in chapter.scan.groups if not group.bracketed}
        for prose in chapter.scan.prose:
            if prose.kind in _RUNNING:
                for found in _NUMBER.finditer(prose.text):
                    if found.lastgroup in kinds and not _is_of_a_work(prose, found, named):
                        message = f"the number in `{found[0]}` is typed by hand"
                        yield _finding(chapter, prose, found, message)
                for found in () if chapter.scan.chunks else _PLACE.finditer(prose.text):
                    if found.lastgroup in kinds:
                        message = f"`{found[0]}` depends on where the {found.lastgroup} is printed"
                        yield _finding(chapter, prose, found, message)


def _finding(chapter: Chapter, prose: Prose, found: re.Match[str], message: str) -> Diagnostic:
    hint = f"Refer to the {found.lastgroup} by its label."
    return RULE.diagnostic(chapter.locate(prose.span(*found.span())), message, hint)


def _is_of_a_work(prose: Prose, found: re.Match[str], named: set[int]) -> bool:
    """Whether a work follows, or the sentence has named its authors; a caption begins with a number."""
    if found.start() == 0 or _OF_A_WORK.match(prose.text, found.end()):
        return True
    far = max(found.start() - _FAR, 0)
    start = max(prose.text.rfind(". ", far, found.start()) + 1, far)
    signs = re.finditer(SIGN, prose.text[start : found.start()])
    return any(prose.offsets[start + sign.start()] in named for sign in signs)


RULE = Rule(
    code="XRF008",
    name="hard-coded-number",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
