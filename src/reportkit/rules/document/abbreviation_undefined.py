"""An abbreviation that stands before its words, or without any.

## Why it matters

Who reads from the beginning does not know what it means.

## Flagged

```markdown chapters/10-results.md
# Results

Signs of OI were seen in half. In osteogenesis imperfecta (OI), bones break.
```

```text
chapters/10-results.md:3:10: DOC004 `OI` stands here before its words
```

## Passes

Words and abbreviation may stand the other way round: `OI (osteogenesis imperfecta)`.

```markdown chapters/10-results.md
# Results

Signs of osteogenesis imperfecta (OI) were seen in half. In OI, bones break.
```

## Known false positives

Genes, registers, firms and programs are called by their letters, and which letters everybody knows depends
on the reader. So an abbreviation whose words stand nowhere is told only where `abbreviations` under `[style]`
names those that need none; names with digits, Greek letters and Roman numerals never are. Headings, tables
and footnotes are not looked at. The chapters of a review are one text, other files are each one by itself.

## Fix

Write the words at the first place, with the abbreviation in brackets. What needs no words goes into
`abbreviations` in the settings, or into a section called `Abbreviations`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Related, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.abbreviations import (
    Abbreviation,
    abbreviations,
    listed,
    lower_case_words,
)
from reportkit.rules.reading.running_text import texts
from reportkit.rules.rule import Data, Risk, Rule

_EVERYBODY_KNOWS = frozenset(
    {"AIDS", "CI", "DNA", "DOI", "EMA", "EU", "FDA", "HIV", "HR", "HTML", "ID", "ISBN", "MD", "NCT", "OR"}
    | {"ORCID", "PDF", "PMID", "RNA", "RR", "SD", "SE", "SI", "UK", "UN", "URL", "US", "USA", "WHO"}
)
_CAPITALS = re.compile(r"[A-Z]{2,6}")
_ROMAN = re.compile(r"[IVX]+")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first place of each abbreviation that its words do not precede."""
    for chapters in texts(review):
        places = list(abbreviations(chapters))
        explained = {place.short: place for place in places if place.words}
        without_words = _told(review, chapters)
        for place in _unprepared(places, _EVERYBODY_KNOWS | listed(chapters)):
            if there := explained.get(place.short):
                message = f"`{place.short}` stands here before its words"
                found = RULE.diagnostic(place.location, message, "Move the words here.", place.short)
                yield replace(found, related=(Related(there.location, f"the words: {there.words}"),))
            elif without_words(place.short):
                hint = "Write the words here, or add it to `abbreviations` in the settings."
                yield RULE.diagnostic(place.location, f"`{place.short}` has no words", hint, place.short)


def _unprepared(places: Iterable[Abbreviation], known: frozenset[str]) -> Iterator[Abbreviation]:
    """The first place of each that is not known, where it is met without its words."""
    met = set(known)
    for place in places:
        if place.short not in met and (place.words or place.is_read_in_order):
            met.add(place.short)
            if not place.words:
                yield place


def _told(review: Review, chapters: Sequence[Chapter]) -> Callable[[str], bool]:
    """Whether an abbreviation may not go without words; none has to where the house does not list those."""
    house = frozenset(review.settings.style.abbreviations)
    if not house:
        return lambda _: False
    words = lower_case_words(chapters)
    return lambda short: (
        _CAPITALS.fullmatch(short) is not None
        and not _ROMAN.fullmatch(short)
        and short not in house
        and short.lower() not in words
    )


RULE = Rule(
    code="DOC004",
    name="abbreviation-undefined",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
