"""A result beside a citation that no row of the cited study has.

## Why it matters

The number may stand in the paper, but the evidence does not have it: it is missing from the tables, and
nobody has looked at it twice.

The rule looks at results that are not tied. It is useful while a text is taken over that has no ties yet;
where all results are tied, it has nothing to say.

## Flagged

```markdown chapters/10-results.md
# Results

In the end, 60% could walk again [@nguyen2021].
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
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```toml reportkit.toml
[check]
ignore = ["NUM024"]
```

```text
chapters/10-results.md:3:13: NUM010 no row from `nguyen2021` has 60%
```

## Passes

```markdown chapters/10-results.md
# Results

In the end, 50% could walk again [@nguyen2021].
```

## Known false positives

Numbers that are no results, and sentences that cite one study and speak of another. The rule runs only
when it is selected.

## Fix

Extract the result into a row, or correct the number.
"""

from collections.abc import Collection, Iterator

from reportkit.measures.quantities import Quantity
from reportkit.measures.ties import disagreements
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result
from reportkit.model.review import Review
from reportkit.model.tokens import Tie
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.result_like import results_in
from reportkit.rules.reading.sentences import beside
from reportkit.rules.rule import Data, Risk, Rule

_HINT = "Extract the result into a row of the evidence, or correct the number."


def check(review: Review) -> Iterator[Diagnostic]:
    """Results with a citation beside them and nothing that answers for them."""
    if not review.evidence:
        return
    for passage in passages(review):
        for quantity, numbers in results_in(passage):
            cited = _cited(passage, quantity)
            free = passage.is_free(*numbers) and not passage.is_structural(numbers[0])
            if cited and free and not _recorded(passage, quantity, _rows(cited, review.evidence)):
                text = passage.text[quantity.start : quantity.end]
                message = f"no row from {' or '.join(f'`{key}`' for key in cited)} has {text}"
                yield RULE.diagnostic(passage.locate(quantity), message, _HINT, cited[0])


def _cited(passage: Passage, quantity: Quantity) -> list[str]:
    """The keys that would count as the number's sources if it were tied."""
    span = passage.span(quantity)
    groups = beside(passage.chapter, Tie(span, span, (), span))
    return [citation.key for group in groups for citation in group.citations]


def _rows(cited: Collection[str], evidence: Evidence) -> list[Result]:
    """The rows from these sources, and all others of studies that the sources report on."""
    reported = {
        study.id for study in evidence.studies for report in study.reports if report.reference in cited
    }
    return [row for row in evidence.results if row.source in cited or row.study in reported]


def _recorded(passage: Passage, quantity: Quantity, rows: Collection[Result]) -> bool:
    text = passage.text[quantity.start : quantity.end]
    return any(not disagreements(text, [row], None) for row in rows)


RULE = Rule(
    code="NUM010",
    name="number-without-record",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
    risk=Risk.HIGH,
)
