"""A file some of whose lines end as on Windows and some as elsewhere.

## Why it matters

The document is the same. But editors and git change such lines without being asked, and a colleague has to
look through a whole file of changes for the one that counts.

## Known false positives

None. A file all of whose lines end with CR and LF is left as it is, and so is one that begins with a byte
order mark: every reader of reportkit reads past it.

## Fix

The fix ends all lines as most of them end.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location, Position, SourceText
from reportkit.model.review import Review
from reportkit.rules.rule import Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding for each file, at the first line that ends unlike most others."""
    for source in review.sources:
        if source.crlf_rows:
            edits = tuple(_edits(source))
            fix = Fix(Applicability.SAFE, "end all lines as most of them end", edits)
            message = "some lines of this file end with CR and LF, some with LF alone"
            hint = "Set one kind of line end in the editor; `fix` does it for this file."
            yield RULE.diagnostic(edits[0].location, message, hint, source.filename, fix)


def _edits(source: SourceText) -> Iterator[Edit]:
    """Takes the CR from the lines that have one, or gives one to the others, whichever are fewer."""
    others = set(range(1, source.text.count("\n") + 1)) - source.crlf_rows
    with_cr = len(others) < len(source.crlf_rows)
    for row in sorted(others if with_cr else source.crlf_rows):
        end = len(source.line(row)) + 1
        place = Location(source.filename, Position(row, end), Position(row, end if with_cr else end + 1))
        yield Edit(place, "\r" if with_cr else "")


RULE = Rule(
    code="RKT011",
    name="mixed-line-ends",
    severity=Severity.WARNING,
    needs=frozenset(),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
