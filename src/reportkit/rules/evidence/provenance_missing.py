"""A row of the evidence that does not say where in its source the number stands.

## Why it matters

Nobody can find the number again, so nobody can check it.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
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
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,,could walk again
```

```text
evidence/results.csv:2:95: EVI001 row `bones.walking` does not give its place in the source
```

## Passes

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

## Fix

Enter the place of the number in its source (`locator`, such as `Table 2`) and the words around it
(`words`). A row without any source is TAB004.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_NEEDED = {
    "locator": "its place in the source",
    "words": "the words around the number",
}


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding per row, at the first empty cell."""
    for result in review.evidence.results if review.evidence else ():
        missing = [name for name in _NEEDED if not getattr(result, name)]
        if missing:
            place = result.cells.get(missing[0], result.location)
            message = f"row `{result.id}` does not give {_listed([_NEEDED[name] for name in missing])}"
            hint = f"Enter {_listed([f'`{name}`' for name in missing])} from the source."
            yield RULE.diagnostic(place, message, hint, result.id)


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


RULE = Rule(
    code="EVI001",
    name="provenance-missing",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
