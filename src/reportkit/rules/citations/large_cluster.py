"""More works behind one claim than a reader can follow.

## Why it matters

A long row of citations says that much has been written, not which work supports what.

## Flagged

```toml reportkit.toml
[style]
largest-group = 2
```

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019; @okoye2016].
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

@article{okoye2016,
  author  = {Okoye, Chi},
  title   = {Crutches for children},
  journal = {Journal of Small Bones},
  year    = {2016},
}
```

```text
chapters/10-results.md:3:39: CIT024 3 works are cited here at once, more than 2
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019], with crutches even more [@okoye2016].
```

## Fix

Put each citation behind the part of the sentence that it supports, or cite a review of these works. The
number is `largest-group` in the settings.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Groups with more different keys than the settings allow."""
    most = review.settings.style.largest_group
    for chapter in review.chapters:
        for group in chapter.scan.groups:
            works = len({citation.key for citation in group.citations})
            if works > most:
                message = f"{works} works are cited here at once, more than {most}"
                hint = "Put each behind the part of the sentence that it supports."
                yield RULE.diagnostic(chapter.locate(group.span), message, hint, group.citations[0].key)


RULE = Rule(
    code="CIT024",
    name="large-cluster",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
