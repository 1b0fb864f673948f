"""A key that pandoc cuts short, because a character in it ends a key.

## Why it matters

A key written without braces ends at `--`, at an apostrophe or star, and before a last `?`, `:` or `.`.
pandoc cites what is left, and the rest is printed as text.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@O'Hara_1999].
```

```bibtex references.bib
@article{O'Hara_1999,
  author  = {O'Hara, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {1999},
}
```

```text
chapters/10-results.md:3:40: CIT006 pandoc reads `@O'Hara_1999` as a citation of `O`
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@{O'Hara_1999}].
```

## Fix

The fix puts the key in braces. A key of letters, digits and underscores never needs them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.rule import Data, Rule

_LAST = "\U0010ffff"


def check(review: Review) -> Iterator[Diagnostic]:
    """An unknown key that goes on, in the text, as a known one."""
    for chapter, citation, key in truncated(review):
        written = Span(citation.span.start, citation.key_span.start + len(key))
        fix = Fix(
            Applicability.SAFE, "put the key in braces", (Edit(chapter.locate(written), f"@{{{key}}}"),)
        )
        message = f"pandoc reads `@{key}` as a citation of `{citation.key}`"
        yield RULE.diagnostic(chapter.locate(citation.span), message, f"Write `@{{{key}}}`.", key, fix)


def truncated(review: Review) -> Iterator[tuple[Chapter, Citation, str]]:
    """Citations cut short, each with the whole key that was meant."""
    known = review.bibliography.by_key
    in_order = sorted(known)
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if citation.key not in known and not citation.braced:
                start, text = citation.key_span.start, chapter.source.text
                longer = _beginning_with(citation.key, in_order)
                whole = [key for key in longer if text.startswith(key, start)]
                if whole:
                    yield chapter, citation, whole[-1]


def _beginning_with(beginning: str, in_order: Sequence[str]) -> Sequence[str]:
    """The stretch of sorted words that begin like this."""
    first = bisect_left(in_order, beginning)
    return in_order[first : bisect_left(in_order, beginning + _LAST, first)]


RULE = Rule(
    code="CIT006",
    name="truncated-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
