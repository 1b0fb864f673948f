"""Records known by an id, compared field by field."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import singledispatch
from typing import Protocol, TypeVar

from reportkit.model.certainty import Certainty, Rating
from reportkit.model.evidence import Arm, Printed, Report, Result, Study

_PLACES = {"location", "cells"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record, as it was and as it is."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that came, went or has other fields; `title` says what it is about."""

    id: str
    title: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """What happened to the records of one kind."""

    added: tuple[RecordChange, ...] = ()
    removed: tuple[RecordChange, ...] = ()
    changed: tuple[RecordChange, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """All that came, went or changed."""
        return frozenset(record.id for record in (*self.added, *self.removed, *self.changed))


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)


def compare_records(
    before: Iterable[R], now: Iterable[R], texts: Callable[[R], Mapping[str, str]], title: Callable[[R], str]
) -> Records:
    """Compare by id; of records with one id the last counts. `texts` are the fields of a record in words."""
    old, new = ({record.id: record for record in side} for side in (before, now))
    both = [(old[name], record) for name, record in new.items() if name in old]
    changed = ((record, changed_fields(texts(earlier), texts(record))) for earlier, record in both)
    return Records(
        tuple(RecordChange(name, title(record)) for name, record in new.items() if name not in old),
        tuple(RecordChange(name, title(record)) for name, record in old.items() if name not in new),
        tuple(RecordChange(record.id, title(record), found) for record, found in changed if found),
    )


def changed_fields(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """The fields that differ; one that is not there is empty."""
    names = dict.fromkeys((*before, *now))
    pairs = ((name, before.get(name, ""), now.get(name, "")) for name in names)
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


def result_texts(result: Result) -> Mapping[str, str]:
    """All that a row of results says."""
    return dict(_texts(result))


def study_texts(study: Study) -> Mapping[str, str]:
    """All that is said of a study."""
    return dict(_texts(study))


def certainty_texts(certainty: Certainty) -> Mapping[str, str]:
    """All that is said of how sure one can be, the level first."""
    return {"certainty": certainty.level.words, **dict(_texts(certainty))}


def _texts(record: Result | Study | Certainty) -> Iterator[tuple[str, str]]:
    for field in fields(record):
        if field.name not in _PLACES:
            yield field.name.strip("_"), text_of(getattr(record, field.name))


@singledispatch
def text_of(value: object) -> str:
    """A value of the evidence in words; of a record all that it says."""
    if is_dataclass(value):
        told = (text_of(getattr(value, field.name)) for field in fields(value))
        return ", ".join(text for text in told if text)
    return "" if value is None else str(value)


@text_of.register
def _(value: Printed) -> str:
    return value.text


@text_of.register
def _(value: bool) -> str:  # noqa: FBT001 - the value is all there is
    return "yes" if value else "no"


@text_of.register
def _(value: Arm) -> str:
    return f"{value.label} ({value.id})"


@text_of.register
def _(value: Report) -> str:
    superseded = f", superseded by {value.superseded_by}" if value.superseded_by else ""
    return f"{value.reference} ({value.role}{superseded})"


@text_of.register
def _(value: Rating) -> str:
    return f"{value.domain} {value.step:+d} ({value.reason})"


@text_of.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # of anything
    return "; ".join(map(text_of, value))
