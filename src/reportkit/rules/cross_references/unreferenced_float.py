"""A labelled figure or table that the text never mentions.

## Why it matters

It may stand on another page than the sentence it belongs to, and nothing there sends the reader to it.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].

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
chapters/10-results.md:9:27: XRF003 the text never mentions the table `tbl:walking`
```

## Passes

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021], as @tbl:walking shows.

| weeks | children |
|-------|----------|
| 6     | 10       |

: Who could walk again. {#tbl:walking}
```

A link, a reference of LaTeX and a label that is written in code are mentions, too. What has no label cannot
be mentioned.

## Fix

Mention it where it is needed, or take it out.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dialects import reference
from reportkit.rules.reading.labels import floats, written_labels
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Figures and tables whose label is written nowhere but where it is given.

    R Markdown without bookdown has no references: where there is none at all, none is missed.
    """
    flavors = {chapter.filename: chapter.flavor for chapter in review.chapters}
    referred = {mention.label for c in review.chapters for mention in c.scan.cross_references}
    written = written_labels(review)
    for each in floats(review):
        has_references = referred or flavors[each.location.filename] != "rmarkdown"
        if has_references and each.label not in referred and written[each.label] <= 1:
            message = f"the text never mentions the {each.kind} `{each.label}`"
            example = reference(each.label, flavors[each.location.filename])
            hint = f"Mention it where it is needed, for example as `{example}`, or take it out."
            yield RULE.diagnostic(each.location, message, hint, each.label)


RULE = Rule(
    code="XRF003",
    name="unreferenced-float",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
