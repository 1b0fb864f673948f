r"""A word before a cross-reference that names another kind of thing, or that is printed twice.

## Why it matters

"Table" before the label of a figure sends the reader to the wrong list. Where the reference prints its own
word, as it does here and in Quarto, the text reads "Table Figure 1", or "Figure Figure 1".

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again [@nguyen2021], as told in Table @sec:results and once more in Section @sec:results.
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
chapters/10-results.md:3:49: XRF010 `Table` stands before a reference to a section
chapters/10-results.md:3:85: XRF010 `Section` is printed twice here, by the text and by the reference
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Half could walk again [@nguyen2021], as told in @sec:results.
```

In R Markdown a reference prints a number alone, and `Table \@ref(tab:walking)` is right.

## Fix

The fix writes the right word, or removes the one too many. It is not applied on its own: the label may be the
wrong one.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.labels import kind_of
from reportkit.rules.reading.referring import Referring, referring
from reportkit.rules.rule import Data, Rule

_WORD = re.compile(
    r"\b(?:(?P<table>tables?|tab\.|tbl\.)|(?P<figure>figures?|figs?\.?)|(?P<section>sections?|sec\.)"
    r"|(?P<equation>equations?|eqs?\.))\s+$",
    re.IGNORECASE,
)
_PRINTING_THE_WORD = {"pandoc", "quarto"}
_FAR = 12


def check(review: Review) -> Iterator[Diagnostic]:
    """References behind a word for figures, tables, sections or equations."""
    for place in referring(review):
        doubles = place.chapter.flavor in _PRINTING_THE_WORD
        word = _WORD.search(place.prose.text, max(place.index - _FAR, 0), place.index)
        kind = kind_of(place.reference.label)
        if word and kind and (doubles or word.lastgroup != kind):
            yield _finding(place, word, kind, doubles=doubles)


def _finding(place: Referring, word: re.Match[str], kind: str, *, doubles: bool) -> Diagnostic:
    written = word[0].strip()
    span = place.prose.span(word.start(), word.start() + len(written))
    article = "an" if kind == "equation" else "a"
    message = f"`{written}` stands before a reference to {article} {kind}"
    if word.lastgroup == kind:
        message = f"`{written}` is printed twice here, by the text and by the reference"
    right = "" if doubles else kind.capitalize() if written[0].isupper() else kind
    hint = f"Write `{right}`, or correct the label." if right else "Leave the word to the reference."
    fix = Fix(
        Applicability.UNSAFE, f"write `{right}`" if right else "remove the word", (_edit(place, span, right),)
    )
    return RULE.diagnostic(place.chapter.locate(span), message, hint, place.reference.label, fix)


def _edit(place: Referring, span: Span, right: str) -> Edit:
    end = span.end if right else place.reference.span.start
    return Edit(place.chapter.locate(Span(span.start, end)), right)


RULE = Rule(
    code="XRF010",
    name="wrong-kind",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
