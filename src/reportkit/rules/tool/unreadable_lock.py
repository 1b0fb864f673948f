"""A lock of registry data that cannot be read, or a part of it.

## Why it matters

`refs.lock.json` and `retraction.lock.csv` hold what registries said about the references on a certain day.
What cannot be read there is not compared, and a retraction may be missed.

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
  doi     = {10.1000/bones.12},
}
```

```json refs.lock.json
{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {"source": "Crossref", "doi": "10.1000/bones.12", "volum": "12"}
  }
}
```

```text
refs.lock.json:5:5: RKT010 the record of `nguyen2021` has an unknown field `volum`. Did you mean `volume`?
```

## Passes

```json refs.lock.json
{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {"source": "Crossref", "doi": "10.1000/bones.12", "volume": "12"}
  }
}
```

## Fix

Fetch or write the file anew. `refs.lock.json` is described by `docs/refs-lock.schema.json`;
`retraction.lock.csv` is the file that Retraction Watch publishes, with a line such as `# 2024-05-31` before
its header for the day on which it was fetched.
"""

from reportkit.model.diagnostic import Severity
from reportkit.rules.rule import Data, Rule

RULE = Rule(
    code="RKT010",
    name="unreadable-lock",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    documentation=__doc__,
)
