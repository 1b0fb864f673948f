"""A word of direction that the number beside it contradicts.

## Why it matters

"A reduced risk" with a hazard ratio of 1.3 says two opposite things. Often groups were exchanged on the way
from the paper, and the conclusion with them.

The rule looks at ratios behind a reduced, lower, increased or higher risk, hazard, odds or rate; at two
percentages with `higher`, `lower`, `more` or `fewer` before and `than`, `against` or `versus` between them;
and at rows of hazard ratios whose `direction` is on the other side of 1.

## Flagged

```markdown chapters/10-results.md
# Results

A brace reduced the risk of falling (HR 1.30, 95% CI 1.05–1.61), and walking was more frequent with it, 40%
against 50% [@nguyen2021].
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
chapters/10-results.md:3:38: NUM019 "reduced the risk", but HR 1.30 is above 1
chapters/10-results.md:3:105: NUM019 "more frequent", but 40% is less than 50%
```

## Passes

```markdown chapters/10-results.md
# Results

A brace reduced the risk of falling (HR 0.77, 95% CI 0.62–0.95), and walking was more frequent with it, 50%
against 40% [@nguyen2021].
```

## Known false positives

Sentences that name the groups in one order and their numbers in the other, and ratios whose reference is
the treatment itself. The rule runs only when it is selected.

## Fix

Look up which group the numbers belong to, and correct the word or the order.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportkit.measures.context import gap
from reportkit.measures.quantities import Kind, Quantity, Role
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Measure, Result
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Risk, Rule

_DOWN = (
    r"(?:reduc(?:ed|es|ing|tion\sin|tion\sof)|lower(?:ed|s)?|decreas(?:ed|es|ing|e\sin)|halved|fewer|less)"
)
_UP = r"(?:increas(?:ed|es|ing|e\sin)|higher|rais(?:ed|es)|elevated|greater|doubled|more)"
_RISK = r"\s(?:the\s|a\s)?(?:relative\s)?(?:risk|hazard|odds|rate|probability|likelihood)"
_RATIO_WORD = re.compile(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_RISK}\b", re.IGNORECASE)
_MORE = r"(?:higher|greater|more\s(?:frequent|common|often|likely))"
_LESS = r"(?:lower|smaller|rarer|less\s(?:frequent|common|often|likely))"
# "Lower than 7%" is a threshold.
_PERCENT_WORD = re.compile(rf"\b(?:(?P<down>{_LESS})|(?P<up>{_MORE}))\b(?!\sthan\b)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\s?\)?[^.;()0-9]{0,40}\b(?:than|against|versus|vs\.?|compared\s(?:with|to))\s[^.;0-9]{0,40}"
)
_BOUNDARY = re.compile(r"[.;:]\s")
_NEAR = 110
_HINT = "Look up which group the numbers belong to, and correct the word or the order."
_SIDES = {"favours_intervention": "below", "against_intervention": "above"}


def check(review: Review) -> Iterator[Diagnostic]:
    """Ratios and pairs of percentages in prose, then hazard ratios of rows."""
    for passage in passages(review):
        for quantity in passage.quantities:
            if quantity.kind is Kind.RATIO:
                yield from _ratio(passage, quantity)
        for first, second in pairwise(passage.quantities):
            if first.kind is second.kind is Kind.PERCENT:
                yield from _percents(passage, first, second)
    for result in review.evidence.results if review.evidence else ():
        if result.measure is Measure.HAZARD_RATIO and result.estimate:
            yield from _row(result, result.estimate.value)


def _ratio(passage: Passage, quantity: Quantity) -> Iterator[Diagnostic]:
    estimate, word = quantity.number(Role.ESTIMATE), _last(_RATIO_WORD, passage.text, quantity.start)
    if estimate is None or word is None or estimate.value == 1 or passage.is_quoted(estimate):
        return
    above = estimate.value > 1
    if above is (word["down"] is not None):
        said = passage.text[quantity.start : quantity.end]
        message = f'"{word[0]}", but {said} is {"above" if above else "below"} 1'
        yield RULE.diagnostic(passage.locate(quantity), message, _HINT)


def _percents(passage: Passage, first: Quantity, second: Quantity) -> Iterator[Diagnostic]:
    one, other = first.number(Role.ESTIMATE), second.number(Role.ESTIMATE)
    word = _last(_PERCENT_WORD, passage.text, first.start)
    if one is None or other is None or word is None or one.value == other.value or one.bound or other.bound:
        return
    more = one.value > other.value
    opposed = more is (word["down"] is not None) and not passage.is_quoted(one)
    if opposed and _AGAINST.fullmatch(gap(passage.text, first, second)):
        said = [passage.text[q.start : q.end] for q in (first, second)]
        message = f'"{word[0]}", but {said[0]} is {"more" if more else "less"} than {said[1]}'
        yield RULE.diagnostic(passage.locate(first), message, _HINT)


def _last(word: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The last such word before a place, in its sentence and near."""
    found = list(word.finditer(text, max(end - _NEAR, 0), end))
    return None if not found or _BOUNDARY.search(text, found[-1].end(), end) else found[-1]


def _row(result: Result, ratio: Decimal) -> Iterator[Diagnostic]:
    side = _SIDES.get(result.direction)
    if (side == "below" and ratio > 1) or (side == "above" and ratio < 1):
        place = result.cells.get("direction", result.location)
        message = (
            f"row `{result.id}`: `{result.direction}`, but {ratio} is {'above' if ratio > 1 else 'below'} 1"
        )
        yield RULE.diagnostic(place, message, _HINT, result.id)


RULE = Rule(
    code="NUM019",
    name="direction-word",
    severity=Severity.WARNING,
    needs=frozenset(),
    risk=Risk.HIGH,
    check=check,
    documentation=__doc__,
)
