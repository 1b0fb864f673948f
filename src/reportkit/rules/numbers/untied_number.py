"""A result in prose that is tied to no row of the evidence.

## Why it matters

Nobody can see where the number comes from, and nothing tells when it no longer agrees with the evidence.

The rule looks for percentages, fractions, intervals, ratios, p values, and times with decimals or called
a median. It applies where the project has an evidence database. Tied numbers pass, and numbers marked
`.quoted` (words of a source) or `.structural` (no result), and what a pattern under `structural-numbers`
in the settings matches. The 95% of an interval is no result.

## Flagged

```markdown chapters/10-results.md
# Results

In the end, 50% could walk again [@nguyen2021].
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

```text
chapters/10-results.md:3:13: NUM024 50% is tied to no row
```

## Passes

```markdown chapters/10-results.md
# Results

In the end, [50%]{ev=bones.walking} could walk again [@nguyen2021]. They had worn a cast for 42 days, and all
were given [70% alcohol]{.structural} for their skin.
```

## Known false positives

Doses, thresholds and ages in percent or with decimals. Mark one as `[25%]{.structural}`, or add a pattern
to `structural-numbers` for what comes often.

## Fix

Tie the number to its row, `[97.5%]{ev=row}`. If there is no row, extract the result first.
"""

import re
from collections.abc import Iterator, Sequence

from reportkit.measures.quantities import Number, Quantity
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.item_texts import in_items
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.result_like import results_in
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each expression of chapters, tables and figures once, at its first number that nothing answers for."""
    yield from _in_chapters(review)
    yield from in_items(review, _in_chapters)


def _in_chapters(review: Review) -> Iterator[Diagnostic]:
    patterns = [re.compile(pattern) for pattern in review.settings.structural_numbers]
    for passage in passages(review):
        for quantity, numbers in results_in(passage):
            untied = _untied(passage, numbers)
            if untied and not _is_structural(passage.text, quantity, patterns):
                part = quantity if len(untied) == len(numbers) else untied[0]
                text = passage.text[part.start : part.end]
                hint = f"Tie it, `[{text}]{{ev=row}}`, or mark it `.quoted` or `.structural`."
                yield RULE.diagnostic(passage.locate(part), f"{text} is tied to no row", hint)


def _untied(passage: Passage, numbers: Sequence[Number]) -> list[Number]:
    return [n for n in numbers if passage.is_free(n) and not passage.is_structural(n)]


def _is_structural(text: str, quantity: Quantity, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether a pattern of the settings matches all the numbers of the quantity."""
    start, end = quantity.numbers[0].start, quantity.numbers[-1].end
    found = (match.span() for pattern in patterns for match in pattern.finditer(text))
    return any(first <= start and end <= last for first, last in found)


RULE = Rule(
    code="NUM024",
    name="untied-number",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
