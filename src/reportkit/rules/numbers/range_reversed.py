"""A range that ends before it begins, or a date that has not come yet.

## Why it matters

A range is read from its lower end. Exchanged ends are a slip, and sometimes a digit is missing: `12–3 years`
may have been `1–3 years`. A date after the day of the evidence cannot have happened.

The rule looks at ranges with a dash whose numbers are years of the calendar, or have a unit: a time, a
percentage, a dose. What is said to fall, or is tapered, may be written from the higher value. Dates count
as future when they lie after `today`, or else after the data date of the settings, in a sentence that does
not speak of plans.

## Flagged

```markdown chapters/10-results.md
# Results

Children aged 12–3 years were treated in 2021–2018 [@nguyen2021]. The last cast was removed on 3 May 2031.
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```toml reportkit.toml
data-date = 2024-05-31
```

```text
chapters/10-results.md:3:15: NUM018 the range runs from 12 to 3
chapters/10-results.md:3:42: NUM018 the range runs from 2021 to 2018
chapters/10-results.md:3:96: NUM018 3 May 2031 lies after 2024-05-31
```

## Passes

```markdown chapters/10-results.md
# Results

Children aged 3–12 years were treated in 2018–2021, and prednisone was tapered (20–5 mg) [@nguyen2021]. The
last cast was removed on 3 May 2023; the register is expected to close on 3 May 2031.
```

## Fix

The fix exchanges the ends of a range with a unit. It is unsafe: one of the two may be misprinted. Years and
dates are to be looked up.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from reportkit.measures.dates import WrittenDate, dates_in
from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.measures.units import DOSE
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.evidence import Measure
from reportkit.model.review import Review
from reportkit.rules.reading.metadata import metadata
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Rule

_DASH = re.compile(r"\s?%?\s{0,2}(?:--|[-‐‑‒–—])\s{0,2}")
_DOSE = re.compile(rf"\s?{DOSE}")
_BEFORE_CHRIST = re.compile(r"\s?(?:BCE?|B\.C)")
_FALLING = re.compile(
    r"\b(?:taper|reduc|decreas|declin|fell|fall|drop|wean|from|down|split|score)\w*\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:plan|expect|will|estimat|anticipat|project|schedul|due|until|by|through|future|next|extend"
    r"|would|deadline|to)\w{0,5}\b",
    re.IGNORECASE,
)
_NEAR = 45
_HINT = "Write the lower end first; if that does not look right, look the range up."


def check(review: Review) -> Iterator[Diagnostic]:
    """Ranges and dates in prose, then ranges of rows."""
    today = review.settings.today or review.settings.data_date
    for passage in passages(review):
        for quantity in passage.quantities:
            if quantity.kind is Kind.RANGE:
                yield from _reversed(passage, quantity)
        if today:
            yield from _future(passage, today)
    for result in review.evidence.results if review.evidence else ():
        if result.measure is Measure.PERCENT_RANGE and (ends := _row_ends(result.estimate_text)):
            place = result.cells.get("estimate", result.location)
            message = f"row `{result.id}`: the range runs from {ends[0]} to {ends[1]}"
            yield RULE.diagnostic(place, message, _HINT, result.id)


def _reversed(passage: Passage, quantity: Quantity) -> Iterator[Diagnostic]:
    low, high = quantity.number(Role.LOW), quantity.number(Role.HIGH)
    if low is None or high is None or low.value <= high.value or not passage.is_free(low, high):
        return
    if passage.is_structural(low) or not _DASH.fullmatch(passage.text, low.end, high.start):
        return
    years = _is_year(low) and _is_year(high) and not _BEFORE_CHRIST.match(passage.text, quantity.end)
    if years or _is_measured(passage.text, quantity):
        edits = (Edit(passage.locate(low), high.text), Edit(passage.locate(high), low.text))
        fix = None if years else Fix(Applicability.UNSAFE, "exchange the ends", edits)
        message = f"the range runs from {low.text} to {high.text}"
        yield RULE.diagnostic(passage.locate(low), message, _HINT, fix=fix)


def _is_year(number: Number) -> bool:
    return not number.decimals and re.fullmatch(r"(?:19|20)[0-9]{2}", number.text) is not None


def _is_measured(text: str, quantity: Quantity) -> bool:
    """Whether the range has a unit, and nothing says that it falls."""
    falling = _FALLING.search(text, max(quantity.start - _NEAR, 0), quantity.start)
    return not falling and (bool(quantity.unit) or _DOSE.match(text, quantity.end) is not None)


def _future(passage: Passage, today: str) -> Iterator[Diagnostic]:
    to_come = [date for date in dates_in(passage.text) if date.value > today[: len(date.value)]]
    starts, head = [date.start for date in to_come], metadata(passage.chapter)
    for sentence in sentences(passage.text) if to_come else ():
        dates = to_come[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if dates and not _PLANNED.search(passage.text, sentence.start, sentence.end):
            places = ((date, passage.prose.offsets[date.start]) for date in dates)
            own = (date for date, place in places if place not in passage.quoted and place not in head)
            yield from (_to_come(passage, date, today) for date in own)


def _to_come(passage: Passage, date: WrittenDate, today: str) -> Diagnostic:
    place = passage.chapter.locate(passage.prose.span(date.start, date.end))
    hint = "Correct the date, or say that it is planned."
    return RULE.diagnostic(place, f"{date.text} lies after {today}", hint)


def _row_ends(text: str) -> tuple[str, str] | None:
    found = re.fullmatch(r"([0-9.]+)[-–]([0-9.]+)", text)
    return (found[1], found[2]) if found and float(found[1]) > float(found[2]) else None


RULE = Rule(
    code="NUM018",
    name="range-reversed",
    severity=Severity.ERROR,
    needs=frozenset(),
    fix=Applicability.UNSAFE,
    check=check,
    documentation=__doc__,
)
