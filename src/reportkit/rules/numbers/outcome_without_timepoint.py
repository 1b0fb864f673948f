"""A rate of survival or recurrence that does not say when.

## Why it matters

Survival falls with time: 50% after one year and 50% after five are different results. Without the time or
the length of follow-up a reader can compare nothing.

The rule looks for a percentage in a sentence about survival, EFS, OS and the like, or cumulative incidence,
where neither the paragraph nor the heading above it names a time or a follow-up.

## Flagged

```markdown chapters/10-results.md
# Results

Cast-free survival was 50% in the children with a brace [@nguyen2021].
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
chapters/10-results.md:3:24: NUM017 no time is given for 50%, a rate of Cast-free survival
```

## Passes

```markdown chapters/10-results.md
# Results

At 12 months cast-free survival was 50% in the children with a brace [@nguyen2021].
```

## Known false positives

A time that stands in another paragraph.

## Fix

Name the time, `12-month EFS`, or the median follow-up; where the source gives neither, say so.
"""

import re
from collections.abc import Iterator

from reportkit.measures.quantities import Kind, Quantity, Role
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.headings import heading_above
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Data, Risk, Rule

_OUTCOME = re.compile(
    r"\b(?:EFS|OS|RFS|DFS|PFS|CIR"
    r"|(?:overall|[A-Za-z]+[-–]free)\ssurvival|survival\srates?|cumulative\sincidence)\b"
)
_TIME = re.compile(
    r"\b(?:[0-9]+(?:[.·][0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen"
    r"|twenty|twenty-four|thirty-six|half\sa)[-–\s]?(?:years?|yrs?|months?|mo|weeks?|wks?|days?|y|m)\b"
    r"|\b(?:years?|months?|weeks?|days?)\s(?:[0-9]|one|two|three|four|five)"
    r"|\b(?:follow(?:ed)?[-–\s]?up|time\spoint|timepoint|data\scut|cut-?off|censor)|\btime\b[^.]{0,40}\bnot\b"
    r"|\b(?:first|second|third|fifth|tenth)\syear",
    re.IGNORECASE,
)
_HINT = "Name the time or the median follow-up; if the source gives neither, say so."


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such percentage of each sentence in running text."""
    about_survival = {c.filename for c in review.chapters if re.search("[Ss]urvival", c.source.text)}
    for passage in passages(review):
        running = passage.prose.kind not in {ProseKind.TABLE, ProseKind.HEADING}
        if running and _OUTCOME.search(passage.text) and passage.chapter.filename in about_survival:
            yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Diagnostic]:
    heading = heading_above(passage.chapter, passage.prose.offsets[0])
    if _TIME.search(passage.text) or _TIME.search(heading):
        return
    for sentence in sentences(passage.text):
        outcome = _OUTCOME.search(passage.text, sentence.start, sentence.end)
        rate = next((q for q in passage.quantities if outcome and _is_rate(passage, q, sentence)), None)
        if outcome and rate:
            said = passage.text[rate.start : rate.end]
            message = f"no time is given for {said}, a rate of {outcome[0]}"
            yield RULE.diagnostic(passage.locate(rate), message, _HINT)


def _is_rate(passage: Passage, quantity: Quantity, sentence: Span) -> bool:
    estimate = quantity.number(Role.ESTIMATE)
    if estimate is None or quantity.kind is not Kind.PERCENT or estimate.bound:
        return False
    marked = passage.is_quoted(estimate) or passage.is_structural(estimate)
    return sentence.start <= quantity.start < sentence.end and not marked


RULE = Rule(
    code="NUM017",
    name="outcome-without-timepoint",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
