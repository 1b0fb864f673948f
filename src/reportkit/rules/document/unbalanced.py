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

Letters and numbers of lists, half-open intervals and smileys are no slips, nor is a pair that ends in a later
paragraph or within a formula.

```markdown chapters/10-results.md
# Results

Half of them walked (n = 12) after a year: a) at home, b) outside, at any age in [0, 18). :-)
```

## Known false positives

Pairs that begin in one list item and end in another.

## Fix

Write the missing half, or take away the one that is left.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Prose, ProseKind
from reportkit.rules.reading.blocks import line_end, line_start
from reportkit.rules.reading.running_text import prose_of
from reportkit.rules.rule import Data, Risk, Rule

_PARTNERS = {")": "(", "]": "[", "”": "“"}
_NEAR = 5  # blocks between the halves of a pair, such as code
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
        for prose, place in _paired_up(list(_halves(chapter))):
            mark = prose.text[place]
            message = f"this `{mark}` is never {'opened' if mark in _PARTNERS else 'closed'}"
            hint = "Write the missing half, or take this one away."
            yield RULE.diagnostic(chapter.locate(prose.span(place, place + 1)), message, hint)


_Half = tuple[Prose, int]


def _halves(chapter: Chapter) -> Iterator[tuple[int, _Half]]:
    """The first mark without a partner of each block, with the number of the block."""
    blocks = list(prose_of(chapter))
    for number, (prose, after) in enumerate(zip_longest(blocks, blocks[1:])):
        place = _unpaired(prose.text) if _MARK.search(prose.text) else None
        if place is None or _ends_in_formula(chapter, prose, prose.text[place]):
            continue
        goes_on = after is not None and prose.text[place] == after.text[0] == "“"
        if not goes_on:
            yield number, (prose, place)


def _paired_up(halves: Sequence[tuple[int, _Half]]) -> Iterator[_Half]:
    """The marks but for those of two paragraphs, a few blocks apart, that are each other's partners."""
    partner = None
    for (number, half), following in zip_longest(halves, halves[1:]):
        if half is partner:
            continue
        if following and following[0] <= number + _NEAR and _are_partners(half, following[1]):
            partner = following[1]
        else:
            yield half


def _are_partners(one: _Half, other: _Half) -> bool:
    paragraphs = one[0].kind is other[0].kind is ProseKind.PARAGRAPH
    return paragraphs and _PARTNERS.get(other[0].text[other[1]]) == one[0].text[one[1]]


def _ends_in_formula(chapter: Chapter, prose: Prose, mark: str) -> bool:
    """Whether a formula, which is no text, has the other half."""
    text = chapter.source.text
    written = text[line_start(text, prose.offsets[0]) : line_end(text, prose.offsets[-1])]
    pair = next(pair for pair in _PARTNERS.items() if mark in pair)
    return "$" in written and written.count(pair[0]) == written.count(pair[1])


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
