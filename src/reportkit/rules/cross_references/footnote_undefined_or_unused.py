"""A footnote that is called but not written, written but not called, or written twice under one label.

## Why it matters

A call without a text is printed as `[^1]`. A text that nothing calls is not printed at all, and of two with
one label the first is lost.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].[^crutches] The others could not.[^age]

[^crutch]: With crutches.

[^age]: They were young.

[^age]: They were old.
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
chapters/10-results.md:3:37: XRF005 the footnote `crutches` is called here but written nowhere
chapters/10-results.md:5:1: XRF005 nothing calls the footnote `crutch`
chapters/10-results.md:7:1: XRF005 the footnote `age` is written again below, and this text is lost
```

## Passes

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].[^crutches] The others could not.[^age]

[^crutches]: With crutches.

[^age]: They were young.
```

## Fix

Write the text, call the footnote, or rename one of two. A call without a text is an error, the others are
warnings.
"""

from collections.abc import Iterator
from dataclasses import replace

from reportkit.measures.near import did_you_mean
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Calls without a text, then texts that are not printed."""
    for chapter in review.chapters:
        yield from _undefined(chapter)
        yield from _unprinted(chapter)


def _undefined(chapter: Chapter) -> Iterator[Diagnostic]:
    labels = [note.label for note in chapter.scan.footnotes if not note.calls]
    for note in chapter.scan.undefined_notes:
        message = f"the footnote `{note.label}` is called here but written nowhere"
        hint = did_you_mean(note.label, labels, f"Write `[^{note.label}]: …` in a paragraph of its own.")
        yield RULE.diagnostic(chapter.locate(note.span), message, hint, note.label)


def _unprinted(chapter: Chapter) -> Iterator[Diagnostic]:
    last = {note.label: note for note in chapter.scan.footnotes}
    for note in chapter.scan.footnotes:
        if note.calls:
            continue
        message, hint = f"nothing calls the footnote `{note.label}`", f"Write `[^{note.label}]` in the text."
        related: tuple[Related, ...] = ()
        if note is not last[note.label]:
            message = f"the footnote `{note.label}` is written again below, and this text is lost"
            hint = "Give one of the two another label."
            related = (Related(chapter.locate(last[note.label].span), "this text is printed"),)
        found = RULE.diagnostic(chapter.locate(note.span), message, hint, note.label)
        yield replace(found, severity=Severity.WARNING, related=related)


RULE = Rule(
    code="XRF005",
    name="footnote-undefined-or-unused",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
