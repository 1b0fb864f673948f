"""Numbers written in two manners.

## Why it matters

`p = .04` here and `p = 0.04` there, `50%` and `50 %`: readers notice, and copy editors have to mend it.

The rule compares the manners of a review with each other and flags the rarer one; where both are equally
common, the first one counts. It looks at the zero before a decimal point, the space before a percent sign,
the separator of thousands, the minus sign, the letter p and the spaces around its sign.

## Flagged

```markdown chapters/10-results.md
# Results

With a brace falls were rarer (p = 0.04), and walking more frequent at first (p = .03) and later (p = 0.02)
[@nguyen2021].
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
chapters/10-results.md:3:83: NUM020 .03 is elsewhere written like 0.03
```

## Passes

```markdown chapters/10-results.md
# Results

With a brace falls were rarer (p = 0.04), and walking was more frequent at first (p = 0.03) and later
(p = 0.02) [@nguyen2021].
```

## Fix

The fix writes the number in the commoner manner. Quoted numbers are left as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Data, Rule

_THIN = "\u202f"  # a narrow space that no line is broken at
_SPACE = "[ \xa0\u2009\u202f]"
_NUMBER_END = r"(?![\w,]|\.[0-9])"
_RELATION = r"(?=\s?[<>=≤≥]\s?0?\.)"


@dataclass(frozen=True, slots=True)
class _Habit:
    """Something that is written in two manners, found as the groups `one` and `other`, how to write it."""

    pattern: re.Pattern[str]
    one: Callable[[str], str]
    other: Callable[[str], str]

    def write(self, manner: str, mark: str) -> str:
        """A mark in one of the two manners."""
        return (self.one if manner == "one" else self.other)(mark)


_NEAR = 20
_LEAD, _REST = re.compile(r"[^\s(]*$"), re.compile(r"[^\s),;]*")


def _grouped(mark: str, separator: str) -> str:
    return separator.join(re.findall("[0-9]+", mark))


_HABITS = (
    _Habit(
        re.compile(r"(?<![\w.,·])(?P<one>0\.)(?=[0-9])|(?<![\w.,·)\]])(?P<other>\.)(?=[0-9])"),
        lambda _: "0.",
        lambda _: ".",
    ),
    _Habit(
        re.compile(rf"(?<=[0-9])(?:(?P<one>%)|(?P<other>{_SPACE}%))"),
        lambda _: "%",
        lambda _: f"{_THIN}%",
    ),
    _Habit(
        re.compile(
            rf"(?<![\w.,])(?:(?P<one>[0-9]{{1,3}}(?:,[0-9]{{3}})+)"
            rf"|(?P<other>[0-9]{{1,3}}(?:[\xa0\u2009\u202f][0-9]{{3}})+)){_NUMBER_END}"
        ),
        lambda mark: _grouped(mark, ","),
        lambda mark: _grouped(mark, _THIN),
    ),
    _Habit(
        re.compile(r"(?<![^\s(\[=,:])(?:(?P<one>-)|(?P<other>−))(?=[0-9]+(?:\.[0-9]+)?(?:[%\s),;]|$))"),
        lambda _: "-",
        lambda _: "−",
    ),
    _Habit(
        re.compile(rf"(?<![\w-])(?:(?P<one>p)|(?P<other>P)){_RELATION}"),
        lambda _: "p",
        lambda _: "P",
    ),
    _Habit(
        re.compile(r"(?<=[pP])(?:(?P<one>[<>=≤≥])|(?P<other>\s[<>=≤≥]\s))(?=0?\.[0-9])"),
        str.strip,
        lambda mark: f" {mark.strip()} ",
    ),
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Every number in a manner that is not the review's own."""
    with_numbers = list(passages(review))
    for habit in _HABITS:
        found = [(passage, mark) for passage in with_numbers for mark in _marks(passage, habit)]
        if found:
            manners = [mark.lastgroup or "" for _, mark in found]
            usual = max(dict.fromkeys(manners), key=manners.count)
            rare = (one for one in found if one[1].lastgroup != usual)
            yield from (_finding(passage, habit, mark, usual) for passage, mark in rare)


def _marks(passage: Passage, habit: _Habit) -> Iterator[re.Match[str]]:
    for mark in habit.pattern.finditer(passage.text):
        if passage.prose.offsets[mark.start()] not in passage.quoted:
            yield mark


def _finding(passage: Passage, habit: _Habit, mark: re.Match[str], manner: str) -> Diagnostic:
    """A finding at a mark; the fix is only for one that is written as it is read."""
    text, (start, end) = passage.text, mark.span()
    new = habit.write(manner, mark[0])
    lead, rest = _LEAD.search(text[max(start - _NEAR, 0) : start]), _REST.match(text, end, end + _NEAR)
    before, behind = lead[0] if lead else "", rest[0] if rest else ""
    message = f"{before}{mark[0]}{behind} is elsewhere written like {before}{new}{behind}"
    place = passage.chapter.locate(passage.prose.span(start, end))
    plain = passage.prose.offsets[end - 1] - passage.prose.offsets[start] == end - 1 - start
    fix = Fix(Applicability.SAFE, f"write {new.strip()}", (Edit(place, new),)) if plain else None
    return RULE.diagnostic(place, message, "Write all numbers in one manner.", fix=fix)


RULE = Rule(
    code="NUM020",
    name="number-format",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    fix=Applicability.SAFE,
    check=check,
    documentation=__doc__,
)
