"""A bibliography file that is missing, empty or cannot be read at all.

## Why it matters

Every citation would be unknown. So this is said once, where the file is named, and the rules about unknown
and unused keys wait until it is there. A file that a chunk of the document writes itself, as
`knitr::write_bib` does, and one on the web are counted as unchecked.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```text
references.bib:1:1: RKT004 there is no such file or folder
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Create the file, or correct its name under `bibliography` at the head of the document, in `reportkit.toml` or
after `--bibliography`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Severity, Unchecked
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Bibliographies of which the keys alone are read, and those that lie elsewhere."""
    for name, why in review.bibliography.elsewhere:
        yield Unchecked(RULE.code, name, why)
    for source in review.bibliography.csl_sources:
        yield Unchecked(
            RULE.code, source.filename, "of CSL files the keys are read, and no rule looks at the entries"
        )


RULE = Rule(
    code="RKT004",
    name="bibliography-unreadable",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    unchecked=unchecked,
    documentation=__doc__,
)
