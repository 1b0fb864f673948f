"""A bracket or quotation mark without its partner.

## Why it matters

Half a pair is a slip of the hand, or what is left of a sentence.

## Flagged

```markdown chapters/10-results.md
# Results

Half of them walked (n = 12 after a year.
```

```text
chapters/10-results.md:3:21: DOC014 this `(` is never closed
```

## Passes

Letters and numbers of lists, half-open intervals and smileys are no slips.

```markdown chapters/10-results.md
# Results

Half of them walked (n = 12) after a year: a) at home, b) outside, at any age in [0, 18). :-)
```

## Known false positives

Pairs that begin in one paragraph or list item and end in another.

## Fix

Write the missing half, or take away the one that is left.
"""

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import prose_of
from reportkit.rules.rule import Data, Risk, Rule

_PARTNERS = {")": "(", "]": "[", "”": "“"}
_MARK = re.compile(r"[()\[\]“”]")
_BOUND = r"[-−+–]?\s?(?:[\d.]{1,20}|∞|inf\w{0,9}|\w{1,3})?"
_INNOCENT = re.compile(
    rf"""(?<!\S)(?:[:;=][-’'o^]?|8[-’'o^])[()\[\]]+  # smileys
    | „[^„“”]{{0,2000}}[“”]  # quotations as in German
    | [\[\](]\s?{_BOUND}\s?[,;]\s?{_BOUND}\s?[\[\])]  # intervals
    """,
    re.VERBOSE,
)
_ENUMERATOR = re.compile(r"(?<![^\s(—–])(?<![=<>≤≥±]\s)(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\)(?=\s|$)")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such mark of each block of text."""
    for chapter in review.chapters:
        blocks = list(prose_of(chapter))
        for prose, after in zip_longest(blocks, blocks[1:]):
            place = _unpaired(prose.text) if _MARK.search(prose.text) else None
            goes_on = place is not None and after is not None and prose.text[place] == after.text[0] == "“"
            if place is not None and not goes_on:
                mark = prose.text[place]
                message = f"this `{mark}` is never {'opened' if mark in _PARTNERS else 'closed'}"
                hint = "Write the missing half, or take this one away."
                yield RULE.diagnostic(chapter.locate(prose.span(place, place + 1)), message, hint)


def _unpaired(text: str) -> int | None:
    """Where a mark without partner stands, whether or not what looks like the letter of a list is one."""
    plain = _INNOCENT.sub(_blank, text)
    if "“" not in plain and plain.count("”") % 2 == 0:  # as in Swedish
        plain = plain.replace("”", " ")
    letters = frozenset(found.end() - 1 for found in _ENUMERATOR.finditer(plain))
    place = _first_unpaired(plain, letters)
    without_letters = _ENUMERATOR.sub(_blank, plain) if letters else plain
    return None if _first_unpaired(without_letters, frozenset()) is None else place


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _first_unpaired(text: str, letters: Collection[int]) -> int | None:
    """The first mark without partner but for those of letters, which close nothing where nothing is open."""
    opened: list[int] = []
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        if mark not in _PARTNERS:
            opened.append(place)
        elif opened and text[opened[-1]] == _PARTNERS[mark]:
            opened.pop()
        elif place not in letters:
            return place
    return opened[0] if opened else None


RULE = Rule(
    code="DOC014",
    name="unbalanced",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
