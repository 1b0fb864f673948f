"""A sentence that is surer, or less sure, than the rating of its evidence.

## Why it matters

Readers take "reduces" for settled and "may reduce" for open. The level of certainty has words of its own, so
that a sentence and the rating behind it say the same: high "reduces", moderate "probably reduces", low "may
reduce", very low "it is uncertain whether". Where a sentence names the level itself (`low certainty`,
`certainty was rated as low`), that has to be the level of the rating.

## Flagged

```markdown chapters/10-results.md
# Results

A firm splint reduces pain, [HR 0.39]{ev=bones.pain} [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,estimate,unit,source,seen_at,locator,words
bones.pain,bones,all,pain,hazard_ratio,0.39,ratio,nguyen2021,bones.example,Table 2,pain was less
```

```yaml evidence/certainty.yaml
certainty:
- id: pain
  comparison: splint against cast
  outcome: pain
  relative: bones.pain
  randomised: true
  ratings:
  - {domain: imprecision, step: -1, reason: one small trial}
  statement: A firm splint probably reduces pain.
  judged_by: machine
```

```text
chapters/10-results.md:3:29: EVI011 "reduces", but the certainty of `pain` is moderate
```

## Passes

```markdown chapters/10-results.md
# Results

A firm splint probably reduces pain, [HR 0.39]{ev=bones.pain} [@nguyen2021].
```

## Known false positives

Sentences that report what somebody else says. What a study found is told in the past tense, which this rule
leaves alone.

## Fix

Use the words of the level, or tell in the past tense what the study found.
"""

import re
from collections.abc import Iterator

from reportkit.model.certainty import Certainty, Level
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result
from reportkit.model.review import Review
from reportkit.rules.reading.claims import Claim, claims
from reportkit.rules.rule import Data, Risk, Rule

_EFFECT = re.compile(
    r"\b(?:reduces?|lowers?|decreases?|increases?|raises?|improves?|lengthens?|prolongs?|prevents?"
    r"|leads?\sto|results?\sin)\b",
    re.IGNORECASE,
)
_WORDS = {
    Level.MODERATE: re.compile(r"\b(?:probably|likely)\b", re.IGNORECASE),
    Level.LOW: re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE),
    Level.VERY_LOW: re.compile(r"\b(?:uncertain|unclear|unknown|not\sknown)\b", re.IGNORECASE),
}
_NAMED = re.compile(
    r"\bcertainty\b[^.;]{0,60}?\b(?P<level>very\slow|low|moderate|high)\b"
    r"|\b(?P<before>very\slow|low|moderate|high)[-\s]certainty\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:not?|cannot|neither|whether|would|if)\b", re.IGNORECASE)
_HINTS = {
    Level.HIGH: "Say it plainly: high certainty needs no `may` or `probably`.",
    Level.MODERATE: "Write `probably`.",
    Level.LOW: "Write `may`.",
    Level.VERY_LOW: "Write that it is uncertain.",
}


def check(review: Review) -> Iterator[Diagnostic]:
    """Statements of ratings, then sentences about an effect that are tied to rated rows."""
    evidence = review.evidence or Evidence()
    for rated in evidence.certainty:
        if not _fits(rated.statement, rated.level):
            message = f"the statement of `{rated.id}` does not say that its certainty is {rated.level.words}"
            yield RULE.diagnostic(rated.location, message, _HINTS[rated.level], rated.id)
    yield from _in_prose(review, evidence)


def _in_prose(review: Review, evidence: Evidence) -> Iterator[Diagnostic]:
    rated = {row: one for one in evidence.certainty for row in one.rows}
    for claim in claims(review) if rated else ():
        effect = _EFFECT.search(claim.text)
        row = next((row for row in claim.rows if row.id in rated), None)
        if effect and row and not _is_careful(claim.text, rated[row.id]):
            one = rated[row.id]
            message = f'"{effect[0]}", but the certainty of `{one.id}` is {one.level.words}'
            yield RULE.diagnostic(claim.locate(row), message, _HINTS[one.level], row.id)
        elif row and (named := _NAMED.search(claim.text)):
            yield from _of_level(claim, row, named, rated[row.id])


def _of_level(claim: Claim, row: Result, named: re.Match[str], rated: Certainty) -> Iterator[Diagnostic]:
    said = " ".join((named["level"] or named["before"]).lower().split())
    if said != rated.level.words:
        message = f"the text says {said}, but the certainty of `{rated.id}` is {rated.level.words}"
        yield RULE.diagnostic(claim.locate(row), message, "Name the level of the rating.", row.id)


def _is_careful(text: str, rated: Certainty) -> bool:
    """Whether a sentence is no surer than the rating, or says no effect at all."""
    weaker = [words for level, words in _WORDS.items() if level <= rated.level]
    fitting = any(words.search(text) for words in weaker)
    return rated.level is Level.HIGH or fitting or _OPEN.search(text) is not None


def _fits(statement: str, level: Level) -> bool:
    """Whether a statement has the words of its level, and of a high one none of the others."""
    if level is Level.HIGH:
        return not any(words.search(statement) for words in _WORDS.values())
    return _WORDS[level].search(statement) is not None


RULE = Rule(
    code="EVI011",
    name="certainty-wording",
    severity=Severity.WARNING,
    needs=frozenset({Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
