"""A paragraph, list item or footnote that starts with `@key.` or `@key)`.

## Why it matters

pandoc reads it as an item of a numbered list of examples. The citation is gone, without a word.

## Flagged

```markdown chapters/10-results.md
# Results

@nguyen2021. All children could walk again.
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
chapters/10-results.md:3:1: CIT011 pandoc takes `@nguyen2021` here for a list label and loses the citation
```

## Passes

```markdown chapters/10-results.md
# Results

@{nguyen2021}. All children could walk again.
```

## Fix

The fix puts the key in braces, which keeps it a citation.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations that the scanner saw vanish."""
    for chapter in review.chapters:
        for citation in chapter.scan.lost_citations:
            place = chapter.locate(citation.span)
            edit = Edit(place, f"@{{{citation.key}}}")
            fix = Fix(Applicability.SAFE, "put the key in braces", (edit,))
            message = f"pandoc takes `@{citation.key}` here for a list label and loses the citation"
            hint = f"Write `@{{{citation.key}}}`, or begin the block with a word."
            yield RULE.diagnostic(place, message, hint, citation.key, fix)


RULE = Rule(
    code="CIT011",
    name="block-starts-with-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
