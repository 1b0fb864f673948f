"""A tied number beside a citation of another study.

## Why it matters

The number is right and the citation is right, but the reader is sent to a paper that does not have the
number.

## Flagged

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@rossi2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
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
chapters/10-results.md:3:14: EVI003 row `bones.walking` rests on `nguyen2021`, beside it stands `rossi2019`
```

## Passes

A citation of any report of the row's study fits; in a sentence without a citation, nothing is compared.

```markdown chapters/10-results.md
# Results

In one study [50%]{ev=bones.walking} could walk again [@nguyen2021].
```

## Known false positives

A sentence that compares two studies and cites only one of them, or the other one last. Put each citation
directly behind its number.

## Fix

Correct the citation or the row. The row's own source, any report of its study and the source of a row
that restates it all fit.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result
from reportkit.model.review import Review
from reportkit.rules.reading.sentences import beside
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Ties whose rows fit none of the citations that could be meant, if those are known."""
    if not review.evidence:
        return
    for chapter in review.chapters:
        for tie in chapter.scan.ties:
            rows = [row for name in tie.rows if (row := review.evidence.results_by_id.get(name))]
            cited = [citation.key for group in beside(chapter, tie) for citation in group.citations]
            fitting = {key for row in rows for key in _sources(row, review.evidence)}
            known = all(key in review.bibliography.by_key for key in cited)
            if rows and cited and known and fitting.isdisjoint(cited):
                source = f"row `{rows[0].id}` rests on `{rows[0].source}`"
                message = f"{source}, beside it stands {_listed(cited)}"
                hint = "Correct the citation, or tie the number to a row of the study that is cited."
                yield RULE.diagnostic(chapter.locate(tie.span), message, hint, rows[0].id)


def _sources(row: Result, evidence: Evidence) -> Iterator[str]:
    """The keys that may stand beside a row: its own, those of its study, those that say the same."""
    yield row.source
    if study := evidence.studies_by_id.get(row.study):
        yield from (report.reference for report in study.reports)
    same = {row.id, row.restated_by} - {""}
    for other in evidence.results:
        if not same.isdisjoint({other.id, other.restated_by}):
            yield other.source


def _listed(keys: list[str]) -> str:
    return ", ".join(f"`{key}`" for key in dict.fromkeys(keys))


RULE = Rule(
    code="EVI003",
    name="citekey-mismatch",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
