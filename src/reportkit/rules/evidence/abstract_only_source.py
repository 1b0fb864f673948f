"""A number that only a conference abstract or a preprint gives, without a word about it.

## Why it matters

Abstracts and preprints have not been reviewed, and their numbers often change until the paper appears. A
reader should know which results are still of that kind.

The rule looks at ties to rows whose source is an abstract by its role among the reports of the study, or a
preprint, where no full paper on the study is known, or an older one only; each source is named once. It
passes where a paragraph of the review that uses the source says `abstract`, `preprint`, `preliminary` or the
like.

## Flagged

```markdown chapters/10-results.md
# Results

After one year [50%]{ev=bones.walking} could walk again [@nguyen2021].
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
  reports: [{reference: nguyen2021, role: abstract}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
```

```text
chapters/10-results.md:3:16: EVI014 row `bones.walking` rests on the abstract `nguyen2021` alone
```

## Passes

```markdown chapters/10-results.md
# Results

By a conference abstract, [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Fix

Look for the full paper, or tell the reader.
"""

import re
from collections.abc import Iterator, Mapping

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Result
from reportkit.model.review import Review
from reportkit.rules.reading.claims import Claim, claims
from reportkit.rules.reading.preprints import is_preprint
from reportkit.rules.reading.years import year_of
from reportkit.rules.rule import Data, Rule

_FULL = frozenset({"primary", "update", "final"})
_SAID = re.compile(
    r"\b(?:abstracts?|preprints?|preliminary|interim|conference|congress|meeting|poster|unpublished"
    r"|not\s(?:yet\s)?(?:peer-)?reviewed)\b",
    re.IGNORECASE,
)
_HINT = "Look for the full paper, or tell the reader."


def check(review: Review) -> Iterator[Diagnostic]:
    """The first tie to each such source, where no paragraph says what it is."""
    rows = dict(_resting_on_early_reports(review))
    found: dict[str, list[tuple[Claim, Result]]] = {}
    for claim in claims(review) if rows else ():
        for row in claim.rows:
            if row.id in rows:
                found.setdefault(row.source, []).append((claim, row))
    for uses in found.values():
        claim, row = uses[0]
        if not any(_SAID.search(use.prose.text) for use, _ in uses):
            message = f"row `{row.id}` rests on the {rows[row.id]} `{row.source}` alone"
            yield RULE.diagnostic(claim.locate(row), message, _HINT, row.id)


def _resting_on_early_reports(review: Review) -> Iterator[tuple[str, str]]:
    """Rows whose source is an abstract or a preprint that no full paper came after, and which of them."""
    if review.evidence is None:
        return
    years = {key: year_of(reference) or 0 for key, reference in review.bibliography.by_key.items()}
    roles: Mapping[str, Mapping[str, str]] = {
        study.id: {report.reference: report.role for report in study.reports}
        for study in review.evidence.studies
    }
    for row in review.evidence.results:
        reports = roles.get(row.study, {})
        reference = review.bibliography.by_key.get(row.source)
        preprint = reference is not None and is_preprint(reference)
        full = [key for key, role in reports.items() if key != row.source and role in _FULL]
        later = any(years.get(key, 0) >= years.get(row.source, 0) for key in full)
        if not later and (preprint or reports.get(row.source) == "abstract"):
            yield row.id, "preprint" if preprint else "abstract"


RULE = Rule(
    code="EVI014",
    name="abstract-only-source",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
