"""A dose, an age or a threshold in another unit than that of the study.

## Why it matters

Milligrams per square metre are not milligrams per kilogram, and an infant of 12 months is not a child of 12
years. Such a slip reads well and can do harm.

The rule looks at sentences with tied numbers. It compares a dose with the `intervention` and the arms of
the study, an age with its `age` and with the group of the row, a threshold (`<0.1%`, `below 10⁻³`) with the
one that the outcome of the row names.

## Flagged

```markdown chapters/10-results.md
# Results

With resin at 5 mg/kg [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
  intervention: resin 5 mg/m²
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:15: NUM030 "5 mg/kg", but the study of row `bones.walking` has 5 mg/m²
```

## Passes

```markdown chapters/10-results.md
# Results

With resin at 5 mg/m² [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Known false positives

Two doses with one number in two units, of which the evidence knows only one.

## Fix

Look the unit up in the source, and correct the sentence or the study.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.review import Review
from reportkit.rules.reading.claims import claims, studies_of
from reportkit.rules.rule import Data, Risk, Rule

_DOSE = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s?(?P<unit>(?:mg|[µμ]g|mcg|g|IU|U)/(?:m²|m2|kg))(?!\w)")
_AGE = re.compile(
    r"(?:(?<=[Aa]ged )|(?<=[Uu]nder )|(?<=[Bb]elow )|(?<=[Oo]ver )|(?<=than )|(?<=[-–]))"
    r"(?P<number>[0-9]+)[\s-](?P<unit>days|weeks|months|years)\b"
)
_THRESHOLD = re.compile(
    r"(?:(?<=[<≤])|(?<=[Bb]elow )|(?<=[Uu]nder )|(?<=than ))"
    r"(?:(?P<percent>[0-9]+(?:\.[0-9]+)?)\s?%|10⁻(?P<power>[²³⁴⁵⁶]))"
)
_POWERS = {"²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6}
_HINT = "Look the unit up in the source, and correct the sentence or the study."


def check(review: Review) -> Iterator[Diagnostic]:
    """Each dose, age or threshold, once, that a row of its sentence contradicts."""
    for claim in claims(review):
        told: set[int] = set()
        for row, study in studies_of(claim, review.evidence or Evidence()):
            for match, known in _contradictions(claim.text, row, study):
                if match.start() not in told:
                    message = f'"{match[0]}", but the study of row `{row.id}` has {known}'
                    start, end = (claim.sentence.start + place for place in match.span())
                    place = claim.chapter.locate(claim.prose.span(start, end))
                    yield RULE.diagnostic(place, message, _HINT, row.id)
                told.add(match.start())


def _contradictions(text: str, row: Result, study: Study) -> Iterator[tuple[re.Match[str], str]]:
    doses = " ".join((study.intervention, *(arm.label for arm in study.arms)))
    cohorts = " ".join(cohort.label for cohort in study.cohorts if cohort.id == row.cohort)
    yield from _in_other_units(_DOSE, text, doses)
    yield from _in_other_units(_AGE, text, f"{study.age} {row.population} {cohorts}")
    yield from _other_threshold(text, row.outcome)


def _in_other_units(form: re.Pattern[str], text: str, known: str) -> Iterator[tuple[re.Match[str], str]]:
    """Numbers of a sentence that the study has in another unit, and never in this one."""
    ours = [(match["number"], _unit(match)) for match in form.finditer(known)]
    for match in form.finditer(text):
        units = [unit for number, unit in ours if number == match["number"]]
        if units and _unit(match) not in units:
            yield match, f"{match['number']} {units[0]}"


def _unit(match: re.Match[str]) -> str:
    return match["unit"].replace("m2", "m²").replace("μ", "µ").replace("mcg", "µg")


def _other_threshold(text: str, outcome: str) -> Iterator[tuple[re.Match[str], str]]:
    """The only threshold of a sentence, where the outcome has another one."""
    said, known = (list(_THRESHOLD.finditer(part)) for part in (text, outcome))
    if len(said) == len(known) == 1 and _percent(said[0]) != _percent(known[0]):
        yield said[0], f"the threshold {known[0][0]}"


def _percent(match: re.Match[str]) -> Fraction:
    if match["percent"]:
        return Fraction(match["percent"])
    return Fraction(100, 10 ** _POWERS[match["power"]])


RULE = Rule(
    code="NUM030",
    name="unit-contradicts-study",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
