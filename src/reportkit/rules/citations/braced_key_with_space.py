"""A key in braces with a blank in it, which is no citation at all.

## Why it matters

pandoc ends a key at a blank, braces or not. What was meant as a citation is printed as it is written.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@{nguyen 2021}].

The others followed [@nguyen2021].
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
chapters/10-results.md:3:40: CIT007 `@{nguyen 2021}` is no citation, because of the blank in its key
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@{nguyen2021}].

The others followed [@nguyen2021].
```

## Fix

Rename the entry in the bibliography so that its key has no blank, and use that key.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Braced keys that the scanner saw end early."""
    for chapter in review.chapters:
        for miss in chapter.scan.uncited:
            if miss.kind == "blank":
                key = " ".join(miss.key.split())
                message = f"`@{{{key}}}` is no citation, because of the blank in its key"
                hint = did_you_mean(key, review.bibliography.by_key, "Give the entry a key without blanks.")
                yield RULE.diagnostic(chapter.locate(miss.span), message, hint, key)


RULE = Rule(
    code="CIT007",
    name="braced-key-with-space",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
