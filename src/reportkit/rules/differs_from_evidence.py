"""A tied number that does not follow from its row of the evidence.

## Why it matters

The tie says where a number comes from. If the row says something else, the text is wrong, or the row
changed and the text did not.

A number follows from a row if it is the printed one, or the printed one rounded correctly to fewer
decimals; a percentage also if the printed counts give it. The form is free: `10/24`, `10 of 24`, `41.7%`,
`95% CI 22.1–63.4`, `HR 0.33 (0.18–0.61)`, `p<0.001`, `4.4 months`. Of several numbers of one kind, the
first rests on the first row named, the second on the second. `field=` says which number of a row is meant
where the form leaves that open.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Empty brackets are filled with the row's number. A number that differs is written as the row has it, in the
form in which it stands. Where the row leaves open which number is meant, name it: `[24]{ev=row
field=total}`.
"""

from collections.abc import Iterator, Sequence

from reportkit.measures.filling import default_text
from reportkit.measures.offers import FIELDS
from reportkit.measures.ties import disagreements, rewrite
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.evidence import Result
from reportkit.model.review import Review
from reportkit.rules.passages import TiedText, tied_texts
from reportkit.rules.rule import Data, Rule

_HINT = "Correct the text or the row; `field=` says which number of the row is meant."


def check(review: Review) -> Iterator[Diagnostic]:
    """Ties whose rows are all known; an unknown row is a finding of its own."""
    known = review.evidence.results_by_id if review.evidence else {}
    for tied in tied_texts(review):
        rows = [known[name] for name in tied.tie.rows if name in known]
        if not rows or len(rows) < len(tied.tie.rows):
            continue
        if tied.tie.field not in {None, *FIELDS}:
            message = f"a row has no field `{tied.tie.field}`"
            hint = f"Write one of {', '.join(FIELDS)}."
            yield RULE.diagnostic(tied.location, message, hint, rows[0].id)
        elif not tied.text.strip():
            yield _empty(tied, rows)
        else:
            yield from _differing(tied, rows)


def _empty(tied: TiedText, rows: Sequence[Result]) -> Diagnostic:
    filling = " and ".join(default_text(row, tied.tie.field) for row in rows)
    place = tied.chapter.locate(tied.tie.text_span)
    fix = Fix(Applicability.SAFE, f"fill in {filling}", (Edit(place, filling),))
    message = f"the brackets of row `{rows[0].id}` are empty"
    good = not disagreements(filling, rows, tied.tie.field)
    return RULE.diagnostic(tied.location, message, _HINT, rows[0].id, fix if filling and good else None)


def _differing(tied: TiedText, rows: Sequence[Result]) -> Iterator[Diagnostic]:
    fix = _rewriting(tied, rows)
    for found in disagreements(tied.text, rows, tied.tie.field):
        yield RULE.diagnostic(tied.locate(found.start, found.end), found.message, _HINT, found.row, fix)


def _rewriting(tied: TiedText, rows: Sequence[Result]) -> Fix | None:
    """The source text within the brackets, rewritten with whatever markup it has."""
    new = rewrite(tied.written, rows, tied.tie.field)
    if new == tied.written:
        return None
    edit = Edit(tied.chapter.locate(tied.tie.text_span), new)
    return Fix(Applicability.SAFE, f"write {new}", (edit,))


RULE = Rule(
    code="NUM009",
    name="differs-from-evidence",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
