"""A screening log that does not add up.

## Why it matters

The flow of records is the first thing that a methodologist checks. Where more records leave than came in,
or other reports stay than are left, something was lost or counted twice.

## Flagged

```markdown chapters/10-results.md
# Results

One series was found [@nguyen2021].
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
- {id: bones, name: BONES}
```

```csv evidence/results.csv
id,study,measure
```

```csv evidence/screening.csv
date,origin,source,decision,reason,records,reference,study
2021-03-01,database,Bone Index,found,,12,,
2021-03-02,,,duplicate,,2,,
2021-03-03,,,screened out,,8,,
2021-03-04,,,not retrieved,,0,,
2021-03-05,,,excluded,adults only,0,,
2021-03-05,,,included,,1,,bones
```

```text
evidence/screening.csv:7:1: NUM022 2 reports are left after screening, but 1 is included
```

## Passes

```csv evidence/screening.csv
date,origin,source,decision,reason,records,reference,study
2021-03-01,database,Bone Index,found,,12,,
2021-03-02,,,duplicate,,2,,
2021-03-03,,,screened out,,8,,
2021-03-04,,,not retrieved,,0,,
2021-03-05,,,excluded,adults only,1,,
2021-03-05,,,included,,1,,bones
```

## Known false positives

None are known. A number that was not recorded is left empty; what depends on it is not reckoned.

## Fix

Look for records that were entered twice or not at all. Never enter a number to make the sum come out.
"""

from collections.abc import Iterable, Iterator

from reportkit.model.diagnostic import Diagnostic, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.screening import Decision, ScreeningLog
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """More records that leave than came, other reports than are left, studies that are not declared."""
    log = _log(review)
    for name, count in _boxes(log):
        if count is not None and count < 0:
            message = f"{-count} more records leave than there are: {name} would be {count}"
            yield RULE.diagnostic(_last(log), message, "Look for records that were entered twice.")
            return
    included = log.count(Decision.INCLUDED)
    if log.expected is not None and included is not None and log.expected != included:
        left = f"{log.expected} report{' is' if log.expected == 1 else 's are'} left after screening"
        message = f"{left}, but {included} {'is' if included == 1 else 'are'} included"
        hint = "Look for reports that were entered twice or not at all."
        yield RULE.diagnostic(_last(log), message, hint)
    yield from _unknown(review, log)


def unchecked(review: Review) -> Iterable[Unchecked]:
    """A log whose sum cannot be reckoned."""
    log = _log(review)
    if log.entries and log.expected is None:
        yield Unchecked(RULE.code, _last(log).filename, "some numbers of records were not recorded")


def _log(review: Review) -> ScreeningLog:
    return ScreeningLog(review.evidence.screening if review.evidence else ())


def _boxes(log: ScreeningLog) -> Iterator[tuple[str, int | None]]:
    yield "records screened", log.screened
    yield "reports sought", log.sought
    yield "reports assessed", log.assessed
    yield "reports included", log.expected


def _last(log: ScreeningLog) -> Location:
    return log.entries[-1].location


def _unknown(review: Review, log: ScreeningLog) -> Iterator[Diagnostic]:
    studies = review.evidence.studies_by_id if review.evidence else {}
    for entry in log.of(Decision.INCLUDED):
        if entry.study and entry.study not in studies:
            message = f"a report of `{entry.study}` is included, but there is no such study"
            yield RULE.diagnostic(entry.location, message, "Declare it in `studies.yaml`.", entry.study)


RULE = Rule(
    code="NUM022",
    name="flow-arithmetic",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    unchecked=unchecked,
    documentation=__doc__,
)
