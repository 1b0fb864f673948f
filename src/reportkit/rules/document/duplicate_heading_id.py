"""A link to a heading whose words stand over several sections.

## Why it matters

Headings of the same words get the names `results`, `results-1` and so on, in the order of the book. A link to
`#results` leads to the first, whichever was meant, and to another one when a chapter is moved.

## Flagged

```markdown chapters/10-results.md
# Boys

They walked, see [below](#results).

# Results

Half of them.

# Girls

They ran.

# Results

All of them.
```

```text
chapters/10-results.md:3:26: DOC002 2 sections are called `Results`; this link leads to the first
```

## Passes

Headings may well have the same words, as in each chapter of a book, where no link leads to them.

```markdown chapters/10-results.md
# Boys

They walked, see [below](#results-boys).

# Results {#results-boys}

Half of them.

# Girls

They ran.

# Results

All of them.
```

## Fix

Give the section that is meant a name of its own, `{#results-boys}`, and link to that.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import texts
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Links to a name that several headings of a text would like to have."""
    for chapters in texts(review):
        called = _by_name(chapters)
        for chapter in chapters:
            for link in chapter.scan.links:
                if sections := called.get(link.target):
                    words = f"{len(sections)} sections are called `{sections[0]}`"
                    hint = f"Name the one that is meant, `{{{link.target}-…}}`, and link to that."
                    place = chapter.locate(link.target_span)
                    yield RULE.diagnostic(place, f"{words}; this link leads to the first", hint, link.target)


def _by_name(chapters: Sequence[Chapter]) -> Mapping[str, list[str]]:
    """The words of headings that share a name, by that name; what authors name themselves is certain."""
    names: dict[str, str] = {}
    called = defaultdict(list)
    given = set()
    for chapter in chapters:
        automatic = {label.span: label.label for label in chapter.scan.labels if label.kind == "automatic"}
        given |= {label.label for label in chapter.scan.labels if label.kind != "automatic"}
        for heading in chapter.scan.headings:
            if heading.label is None and heading.span in automatic:
                name = names.setdefault(heading.text.casefold(), automatic[heading.span])
                called[name].append(heading.text)
    return {f"#{name}": words for name, words in called.items() if len(words) > 1 and name not in given}


RULE = Rule(
    code="DOC002",
    name="duplicate-heading-id",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
