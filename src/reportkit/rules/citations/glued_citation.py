"""A citation that stands directly behind a letter or digit.

## Why it matters

pandoc takes `children@nguyen2021` for one word, like an e-mail address, and cites nothing.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children@nguyen2021 could walk again, as the clinic@bones.example knows.
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
chapters/10-results.md:3:21: CIT008 `@nguyen2021` is glued to the word before it and cites nothing
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children [@nguyen2021] could walk again, as the clinic@bones.example knows.
```

An `@` in a word is only looked at where the bibliography has its key.

## Fix

Put a blank before the citation, and brackets around it.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Known keys behind an `@` in the middle of a word."""
    for chapter in review.chapters:
        for miss in chapter.scan.uncited:
            if miss.kind == "glued" and miss.key in review.bibliography.by_key:
                message = f"`@{miss.key}` is glued to the word before it and cites nothing"
                hint = f"Write ` [@{miss.key}]`, with a blank before it."
                yield RULE.diagnostic(chapter.locate(miss.span), message, hint, miss.key)


RULE = Rule(
    code="CIT008",
    name="glued-citation",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
