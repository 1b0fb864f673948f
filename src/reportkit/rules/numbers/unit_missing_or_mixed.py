"""One measurement in two units.

## Why it matters

A leucocyte count of 5000/µL and one of 5 × 10⁹/L are the same, but nobody sees that at a glance. Readers, and
tables made of such numbers, compare them wrongly.

The rule looks at what is measured right before a number with a unit of concentration, temperature or
weight, in all chapters together, and at rows of times of the same outcome. The doses per square metre and
per kilogram are two quantities, not two units.

## Flagged

```markdown chapters/10-results.md
# Results

The leucocyte count was below 5000/µL in most. In the others leucocytes were above 5 × 10^9^/L
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
chapters/10-results.md:3:84: NUM013 leucocytes in ×10⁹/L, at chapters/10-results.md:3:31 in /µL
```

## Passes

```markdown chapters/10-results.md
# Results

The leucocyte count was below 5 × 10^9^/L in most. In the others leucocytes were above 5 × 10^9^/L
[@nguyen2021].
```

## Known false positives

Two measurements of one name, such as glucose in blood and in urine.

## Fix

Convert one of them; where a source prints the other unit, add it in parentheses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.measures.units import CONVERTIBLE, TIMES
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Measure, Result
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.rule import Risk, Rule

_HINT = "Convert one of them, so that readers can compare."
_UNITS = "|".join(f"(?P<u{index}>{pattern})" for index, (_, _, pattern) in enumerate(CONVERTIBLE))
_MEASURED = re.compile(
    r"\b(?P<name>[A-Za-z][a-zA-Z]{2,30})(?:\s(?:cell|blood|serum|plasma))?(?:\s(?:counts?|levels?|concentrations?))?"
    r"(?:\s(?:was|were|is|are|of|at|had|reached|fell|rose|to|below|above|over|under|exceeded|exceeding|than|least|most"
    r"|less|more|lower|higher|up))*\s?(?:[:=<>≤≥]\s?)?(?P<number>[0-9][0-9.,\u2009\u202f ]{0,12})"
    rf"(?:{_UNITS})"
)
_TOO_GENERAL = frozenset(
    {
        "count",
        "counts",
        "level",
        "levels",
        "dose",
        "doses",
        "concentration",
        "and",
        "about",
        "than",
        "between",
    }
)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A measurement: what, in its own words, of which kind, in which unit, and where its number stands."""

    said: str
    kind: str
    unit: str
    place: Location
    subject: str | None = None

    @property
    def name(self) -> str:
        """What is measured, in the singular and in small letters."""
        return self.said.lower().removesuffix("s")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first use of each further unit, in prose and in rows."""
    first: dict[tuple[str, str], _Measured] = {}
    known: set[tuple[str, str, str]] = set()
    for one in _all_measured(review):
        what = (one.name, one.kind)
        other = first.setdefault(what, one)
        if other.unit != one.unit and (*what, one.unit) not in known:
            message = f"{one.said} in {one.unit}, at {other.place} in {other.unit}"
            yield RULE.diagnostic(one.place, message, _HINT, one.subject)
        known.add((*what, one.unit))


def _all_measured(review: Review) -> Iterator[_Measured]:
    for passage in passages(review):
        for match in _MEASURED.finditer(passage.text):
            yield from _in_prose(passage, match)
    if review.evidence:
        yield from _in_rows(review.evidence)


def _in_prose(passage: Passage, match: re.Match[str]) -> Iterator[_Measured]:
    bound = passage.prose.offsets[match.start("number")] in passage.quoted
    if match["name"].lower() not in _TOO_GENERAL and not bound:
        index = next(i for i in range(len(CONVERTIBLE)) if match[f"u{i}"])
        kind, unit, _ = CONVERTIBLE[index]
        start, end = match.start("number"), match.end(f"u{index}")
        yield _Measured(match["name"], kind, unit, passage.chapter.locate(passage.prose.span(start, end)))


def _in_rows(evidence: Evidence) -> Iterator[_Measured]:
    """Times of an outcome."""
    for row in evidence.results:
        if row.measure is Measure.MEDIAN_TIME and row.unit in TIMES and row.estimate:
            yield _Measured(f"median time of {row.outcome}", "time", row.unit, _place(row), row.id)


def _place(row: Result) -> Location:
    return row.cells.get("unit", row.location)


RULE = Rule(
    code="NUM013",
    name="unit-missing-or-mixed",
    severity=Severity.WARNING,
    needs=frozenset(),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
