"""A comparison as text: `[-what went-]` and `{+what came+}`, as `git diff --word-diff` writes it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportkit.formats.redline.page import counts
from reportkit.redline.changes import Change, ChangeKind
from reportkit.redline.comparison import Redline
from reportkit.redline.marking import Mark
from reportkit.redline.numbers import MovedNumber
from reportkit.redline.records import FieldChange, Records
from reportkit.redline.wording import pieces


def render_text(redline: Redline) -> str:
    """The title block, the text, the references and the evidence; kinds without a change are left out."""
    return "".join(f"{line}\n" for line in _lines(redline))


def _lines(redline: Redline) -> Iterator[str]:
    evidence = redline.evidence
    yield f"{redline.before.name} → {redline.now.name}"
    for name, count in redline.unread.items():
        yield f"{name}: {count} places could not be read, and are not compared; `reportkit check` names them"
    yield from _section("Title block", _fields(redline.title_block))
    yield from _section("Text", list(_changes(redline.changes)))
    yield from _section("References", _records(redline.references))
    yield from _section("Rows of the evidence", _records(evidence.rows))
    yield from _section("Studies", _records(evidence.studies))
    yield from _section("Certainty", _records(evidence.certainty))
    yield from _section("Numbers in the text", [_number(number) for number in evidence.numbers])
    yield from _section("Conclusions to read again", list(_conclusions(redline)))
    yield ""
    yield from (f"{name}: {count}" for name, count in counts(redline))


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    for place, group in groupby(changes, key=lambda change: change.place):
        yield ", ".join(place) or "before the first heading"
        yield from (f"    {_change(change)}" for change in group)


def _change(change: Change) -> str:
    if change.kind is ChangeKind.DRAWING:
        return "the drawing has changed"
    return " ".join(part for part in (change.lead, marked(change.before, change.now), change.rest) if part)


def marked(before: str, now: str) -> str:
    """What went and what came on one line."""
    return (f"[-{before}-]" if before else "") + (f"{{+{now}+}}" if now else "")


def _merged(before: str, now: str) -> str:
    """Two texts as one, word by word."""
    signs = {Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}", None: "{}"}
    return "".join(signs[piece.mark].format(piece.text) for piece in pieces(before, now))


def _fields(fields: Sequence[FieldChange]) -> list[str]:
    return [f"{field.name.replace('_', ' ')}: {_merged(field.before, field.now)}" for field in fields]


def _records(records: Records) -> list[str]:
    came = [f"added {record.id}: {record.title}" for record in records.added]
    went = [f"removed {record.id}: {record.title}" for record in records.removed]
    changed = [
        line
        for record in records.changed
        for line in (f"changed {record.id}", *(f"    {text}" for text in _fields(record.fields)))
    ]
    return [*came, *went, *changed]


def _number(number: MovedNumber) -> str:
    before, now = number.before, number.now
    texts = marked(before.text, now.text) if before.text != now.text else now.text
    rows = (
        " ".join(now.rows) if before.rows == now.rows else marked(" ".join(before.rows), " ".join(now.rows))
    )
    return f"{now.location}: {texts} ({rows})"


def _conclusions(redline: Redline) -> Iterator[str]:
    for conclusion in redline.conclusions:
        yield f"{conclusion.location}: {'; '.join(conclusion.reasons)}"
        yield f"    {_merged(conclusion.before, conclusion.now)}"
