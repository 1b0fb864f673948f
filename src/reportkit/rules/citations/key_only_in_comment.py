"""A key that is cited in a comment or in code alone.

## Why it matters

A comment is not printed, and code is printed as it is written. The entry counts as unused, which may be the
last trace of a sentence that was taken out.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].

<!-- The others could not [@rossi2019]. -->
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
```

```text
chapters/10-results.md:5:28: CIT028 `rossi2019` is cited in a comment only
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021]. The others could not [@rossi2019].

<!-- More is told by [@rossi2019]. -->
```

## Fix

Cite the work where it is read, or drop the entry and the comment.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.citations.unused_reference import unused
from reportkit.rules.rule import Data, Rule

_KEY = re.compile(r"@(?:\{([^{}\s]+)\}|([\w*](?:[\w:.#$%&+?<>~/-]*\w)?))")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such place of each entry that nothing else cites."""
    left = {reference.key for reference in unused(review)}
    for chapter in review.chapters:
        hidden = [(comment.span, "a comment") for comment in chapter.scan.comments]
        hidden += [(code.span, "code") for code in chapter.scan.code]
        for span, what in sorted(hidden):
            for found in _KEY.finditer(chapter.source.text, span.start, span.end):
                key = found[1] or found[2]
                if key in left:
                    left.remove(key)
                    place = chapter.locate(Span(*found.span()))
                    hint = "Cite it where it is read, or drop the entry."
                    yield RULE.diagnostic(place, f"`{key}` is cited in {what} only", hint, key)


RULE = Rule(
    code="CIT028",
    name="key-only-in-comment",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
