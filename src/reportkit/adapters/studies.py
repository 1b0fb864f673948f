"""Study families and context sources from `studies.yaml`.

Two lists, `studies` and `context`, of records with the fields of `Study`. Arms, contrasts and cohorts are
`{id, label}`, contrasts with the `arms` that they compare, reports `{reference, role}` with `superseded_by`
and `follow_up` where they have one, definitions `{outcome, text}`. A review may write further keys for its
own readers.
"""

import re
from collections.abc import Iterator
from dataclasses import fields

from reportkit.adapters.yaml_records import Record, read_record
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Arm, Definition, Report, Study
from reportkit.model.location import SourceText

# What an id of a study or result is made of, and how to say so.
IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]*")
IDENTIFIER_HINT = "An id begins with a lower-case letter or digit; `.`, `_` and `-` may follow."

_KEYS = [field.name for field in fields(Study) if field.name not in {"context", "location"}]
_NAMES = {"settings", "registrations", "subset_of", "pooled_in"}
_LISTS = _NAMES | {"arms", "contrasts", "cohorts", "definitions", "reports"}
_TEXTS = [key for key in _KEYS if key not in {"id", "name", "randomised", *_LISTS}]


def read_studies(source: SourceText) -> tuple[tuple[Study, ...] | None, tuple[Fault, ...]]:
    """The studies, or None where the file cannot be read, and what is wrong with them."""
    file = read_record(source)
    if isinstance(file, Fault):
        return None, (file,)
    file.check_keys(["studies", "context"])
    seen: dict[str, Record] = {}
    studies = [
        _study(record, context=key == "context")
        for key in ("studies", "context")
        for record in file.records(key)
        if _identified(record, seen)
    ]
    return tuple(studies), tuple(sorted(file.faults, key=lambda fault: fault.location))


def _identified(record: Record, seen: dict[str, Record]) -> bool:
    """Whether the record has an id that no other has."""
    name = record.required("id")
    record.subject = name or None
    if name and not IDENTIFIER.fullmatch(name):
        record.note("TAB003", f"`{name}` cannot be an id", "id", IDENTIFIER_HINT)
    elif name in seen:
        record.note("TAB003", f"the id `{name}` is already used at {seen[name].place('id')}", "id")
    elif name:
        seen[name] = record
    return seen.get(name) is record


def _study(record: Record, *, context: bool) -> Study:
    record.check_keys(_KEYS)
    arms, contrasts = tuple(_arms(record, "arms")), tuple(_arms(record, "contrasts"))
    _check_unique(record, "contrasts" if contrasts else "arms", [arm.id for arm in (*arms, *contrasts)])
    cohorts = tuple(_arms(record, "cohorts"))
    _check_unique(record, "cohorts", [cohort.id for cohort in cohorts])
    return Study(
        id=record.text("id"),
        name=record.required("name"),
        context=context,
        randomised=record.flag("randomised"),
        arms=arms,
        contrasts=contrasts,
        cohorts=cohorts,
        definitions=tuple(_definitions(record)),
        reports=tuple(_reports(record)),
        location=record.location,
        settings=record.texts("settings"),
        registrations=record.texts("registrations"),
        subset_of=record.texts("subset_of"),
        pooled_in=record.texts("pooled_in"),
        **{key: record.text(key) for key in _TEXTS},
    )


def _arms(study: Record, key: str) -> Iterator[Arm]:
    for record in study.records(key):
        record.check_keys(["id", "label", "arms"] if key == "contrasts" else ["id", "label"])
        if name := record.required("id"):
            arms = record.texts("arms") if key == "contrasts" else ()
            yield Arm(name, record.text("label") or name, arms)


def _reports(study: Record) -> Iterator[Report]:
    for record in study.records("reports"):
        record.check_keys(["reference", "role", "superseded_by", "follow_up"])
        if reference := record.required("reference"):
            yield Report(
                reference, record.text("role"), record.text("superseded_by"), record.text("follow_up")
            )


def _definitions(study: Record) -> Iterator[Definition]:
    for record in study.records("definitions"):
        record.check_keys(["outcome", "text"])
        outcome, text = record.required("outcome"), record.required("text")
        if outcome and text:
            yield Definition(outcome, text)


def _check_unique(record: Record, key: str, names: list[str]) -> None:
    for name in sorted({name for name in names if names.count(name) > 1}):
        record.note("TAB003", f"the id `{name}` stands here twice", key, "Give each its own id.")
