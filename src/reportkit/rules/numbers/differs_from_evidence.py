"""A tied number that does not follow from its row of the evidence.

## Why it matters

The tie says where a number comes from. If the row says something else, the text is wrong, or the row
changed and the text did not.

A number follows from a row if it is the printed one, or the printed one rounded correctly to fewer
decimals. A percentage that the row does not print, or not to so many decimals, follows from the counts of
a proportion. The form is free: `10/24`, `10 of 24`, `41.7%`, `95% CI 22.1–63.4`, `HR 0.33 (0.18–0.61)`,
`p<0.001`, `4.4 months`. Of several numbers of one kind, the first rests on the first row named, the second
on the second. `field=` says which number of a row is meant where the form leaves that open.

## Flagged

```markdown chapters/10-results.md
# Results

In the end, [55%]{ev=bones.walking} could walk again, [11 of 20]{ev=bones.walking} [@nguyen2021].
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
chapters/10-results.md:3:14: NUM009 the text says 55%, row `bones.walking` says 50%
chapters/10-results.md:3:56: NUM009 the text says 11, row `bones.walking` says 10
```

## Passes

```markdown chapters/10-results.md
# Results

In the end, [50%]{ev=bones.walking} could walk again, [10 of 20]{ev=bones.walking} [@nguyen2021].
```

## Fix

Empty brackets are filled with the row's number. A number that differs is written as the row has it, in
the form in which it stands. Where the row leaves open which number is meant, name it: `[24]{ev=row
field=total}`.
"""

from collections.abc import Iterator, Sequence

from reportkit.measures.filling import FIELDS
from reportkit.measures.ties import disagreements, filling, replacements
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.evidence import Result
from reportkit.model.review import Review
from reportkit.rules.reading.item_texts import in_items
from reportkit.rules.reading.passages import TiedText, tied_texts
from reportkit.rules.rule import Data, Rule

_HINT = "Correct the text or the row; `field=` says which number of the row is meant."


def check(review: Review) -> Iterator[Diagnostic]:
    """Ties of chapters, then those of tables and figures that are not left for their builders to fill."""
    for tied, rows in _of_known_rows(review):
        if tied.tie.field not in {None, *FIELDS}:
            message = f"a row has no field `{tied.tie.field}`"
            hint = f"Write one of {', '.join(FIELDS)}."
            yield RULE.diagnostic(tied.location, message, hint, rows[0].id)
        elif not tied.text.strip():
            yield _empty(tied, rows)
        else:
            yield from _differing(tied, rows)
    yield from in_items(review, _filled)


def _of_known_rows(review: Review) -> Iterator[tuple[TiedText, list[Result]]]:
    """Ties with their rows, if all are known; an unknown row is a finding of its own."""
    known = review.evidence.results_by_id if review.evidence else {}
    for tied in tied_texts(review):
        rows = [known[name] for name in tied.tie.rows if name in known]
        if rows and len(rows) == len(tied.tie.rows):
            yield tied, rows


def _filled(review: Review) -> Iterator[Diagnostic]:
    for tied, rows in _of_known_rows(review):
        if tied.text.strip() and tied.tie.field in {None, *FIELDS}:
            yield from _differing(tied, rows)


def _empty(tied: TiedText, rows: Sequence[Result]) -> Diagnostic:
    text, place = filling(rows, tied.tie.field), tied.chapter.locate(tied.tie.text_span)
    fix = Fix(Applicability.SAFE, f"fill in {text}", (Edit(place, text),)) if text else None
    message = f"the brackets of row `{rows[0].id}` are empty"
    return RULE.diagnostic(tied.location, message, _HINT, rows[0].id, fix)


def _differing(tied: TiedText, rows: Sequence[Result]) -> Iterator[Diagnostic]:
    differing = disagreements(tied.text, rows, tied.tie.field)
    fix = _rewriting(tied, rows) if differing else None
    for found in differing:
        yield RULE.diagnostic(tied.locate(found.start, found.end), found.message, _HINT, found.row, fix)


def _rewriting(tied: TiedText, rows: Sequence[Result]) -> Fix | None:
    """All numbers of the tie that differ, rewritten together; none that has markup within."""
    new = replacements(tied.text, rows, tied.tie.field)
    if not new or not all(tied.is_plain(r.start, r.end) for r in new):
        return None
    edits = tuple(Edit(tied.locate(r.start, r.end), r.text) for r in new)
    return Fix(Applicability.SAFE, f"write {' and '.join(r.text for r in new)}", edits)


RULE = Rule(
    code="NUM009",
    name="differs-from-evidence",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
