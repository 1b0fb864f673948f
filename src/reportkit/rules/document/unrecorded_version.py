"""A version of the review that its list of versions does not tell of, or tells of otherwise.

## Why it matters

Whoever read an earlier version wants to know what is new. `CHANGELOG.yaml` beside the evidence says of each
version why it was made, which studies came and went, and whether results, conclusions or methods changed.

The newest entry has to be the version of the settings, and the studies that it added have to be there.

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
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,measure
```

```toml reportkit.toml
version = "1.1"
```

```yaml evidence/CHANGELOG.yaml
versions:
- {version: "1.0", date: 2024-05-31, trigger: first version, studies_added: [bones]}
```

```text
evidence/CHANGELOG.yaml:2:3: DOC017 the newest version here is 1.0, that of the settings is 1.1
```

## Passes

```yaml evidence/CHANGELOG.yaml
versions:
- {version: "1.1", date: 2024-06-30, trigger: a report that was overlooked}
- {version: "1.0", date: 2024-05-31, trigger: first version, studies_added: [bones]}
```

## Fix

Add an entry for the version, or correct the version in the settings.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review
from reportkit.model.versions import Version, newest
from reportkit.rules.rule import Data, Rule

_ADD = "Add an entry for the version, or correct the version in the settings."
_CORRECT = "Name the study as studies.yaml does."


def check(review: Review) -> Iterator[Diagnostic]:
    """The newest version, where it is another or does not fit the studies."""
    evidence = review.evidence or Evidence()
    latest = newest(evidence.versions)
    if latest is None:
        return
    if latest.version != review.settings.version:
        own = review.settings.version or "not stated"
        message = f"the newest version here is {latest.version}, that of the settings is {own}"
        yield RULE.diagnostic(latest.location, message, _ADD)
    yield from _of_studies(latest, evidence)


def _of_studies(latest: Version, evidence: Evidence) -> Iterator[Diagnostic]:
    for study in latest.studies_added:
        if study not in evidence.studies_by_id:
            message = f"version {latest.version} added the study `{study}`, which is not there"
            yield RULE.diagnostic(latest.location, message, _CORRECT, study)
    for study in latest.studies_removed:
        if study in evidence.studies_by_id:
            message = f"version {latest.version} removed the study `{study}`, which is there"
            yield RULE.diagnostic(latest.location, message, "Take it out of one of the two files.", study)


RULE = Rule(
    code="DOC017",
    name="unrecorded-version",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
