"""A link whose address is a cross-reference, with `@` instead of `#`.

## Why it matters

The link leads to a file with that name, which is not there.

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again, as told in [the results](@sec:results) [@nguyen2021].
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
chapters/10-results.md:3:49: XRF004 a link to `@sec:results` leads nowhere
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again, as told in [the results](#sec:results) [@nguyen2021].
```

## Fix

The fix writes `#` in the place of the `@`.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.dialects import reference
from reportkit.rules.reading.labels import given_labels, kind_of
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Links to `@label`, where that is a label or begins like one."""
    labels = given_labels(review)
    for chapter in review.chapters:
        for link in chapter.scan.links:
            name = link.target.removeprefix("@")
            if name != link.target and (name in labels or kind_of(name)):
                start = link.target_span.start
                edit = Edit(chapter.locate(Span(start, start + 1)), "#")
                fix = Fix(Applicability.SAFE, "write `#` instead of `@`", (edit,))
                message = f"a link to `{link.target}` leads nowhere"
                hint = f"Write `#{name}`, or `{reference(name, chapter.flavor)}` without a link."
                yield RULE.diagnostic(chapter.locate(link.target_span), message, hint, name, fix)


RULE = Rule(
    code="XRF004",
    name="link-target-at",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
