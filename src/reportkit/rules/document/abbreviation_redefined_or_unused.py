"""An abbreviation with two meanings, or one that is not used again.

## Why it matters

Two meanings confuse, and what is not used again is only one more word to learn.

## Flagged

```markdown chapters/10-results.md
# Results

Signs of osteogenesis imperfecta (OI) were seen in half. The outcome index (OI) was low in OI. Bone mineral
density (BMD) was low.
```

```text
chapters/10-results.md:3:77: DOC005 `OI` has had other words: osteogenesis imperfecta
chapters/10-results.md:4:10: DOC005 `BMD` is not used again
```

## Passes

The same words may be given again, as in each chapter of a book.

```markdown chapters/10-results.md
# Results

Signs of osteogenesis imperfecta (OI) were seen in half. The outcome index was low in OI. Bone mineral density
was low.
```

## Known false positives

Abbreviations that readers look for, such as the name of a trial.

## Fix

Choose another abbreviation, or write the words alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.abbreviations import Abbreviation, abbreviations
from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.running_text import texts
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Abbreviations that are explained, in each text."""
    for chapters in texts(review):
        yield from _check(chapters)


def _check(chapters: Sequence[Chapter]) -> Iterator[Diagnostic]:
    places = list(abbreviations(chapters))
    uses = Counter(place.short for place in places)
    first: dict[str, Abbreviation] = {}
    for place in (place for place in places if place.words):
        known = first.setdefault(place.short, place)
        if _folded(place) != _folded(known):
            message = f"`{place.short}` has had other words: {known.words}"
            hint = "Choose another abbreviation for one of the two."
            found = RULE.diagnostic(place.location, message, hint, place.short)
            yield replace(found, related=(Related(known.location, "the other words"),))
        elif uses[place.short] == 1:
            message = f"`{place.short}` is not used again"
            yield RULE.diagnostic(place.location, message, "Write the words alone.", place.short)


def _folded(place: Abbreviation) -> str:
    """The words without plural, hyphens and the like."""
    return folded(" ".join(word.removesuffix("s") for word in place.words.split()))


RULE = Rule(
    code="DOC005",
    name="abbreviation-redefined-or-unused",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
