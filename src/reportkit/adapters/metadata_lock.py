"""What registries hold of the references, from `refs.lock.json` (described by docs/refs-lock.schema.json).

    {
      "schema_version": 1,
      "date": "2024-05-31",
      "records": {
        "nguyen2021": {
          "source": "Crossref",
          "doi": "10.1000/bones.12",
          "title": "Walking after casts",
          "authors": ["Nguyen", "Rossi"]
        }
      }
    }

A record has the fields of `WorkRecord`; all but the authors are texts, and only `source` has to be there.
"""

import json
import re
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from reportkit.adapters.files import has_name, read_or_fault
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.location import SourceText, Span
from reportkit.model.locks import MetadataLock, WorkRecord

_VERSION = 1
_FIELDS = tuple(field.name for field in fields(WorkRecord) if field.name != "key")
# Characters beyond U+FFFF are written as two escapes.
_HALF = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_HINT = "Have the file written anew, or see docs/refs-lock.schema.json for what it may say."


def read_metadata_lock(root: Path, name: str) -> MetadataLock | Fault | None:
    """The lock, or what keeps it from being read; None where there is no such file."""
    if not has_name(root, name):
        return None
    source = read_or_fault(root, name, "RKT010")
    if isinstance(source, Fault):
        return source
    repeated: list[str] = []
    content = _content(source, repeated)
    if isinstance(content, Fault):
        return content
    if objection := _objection(content):
        message, key = objection
        return _fault(source, message, _place(source, key))
    faults = [_fault(source, f"`{key}` stands here twice", _place(source, key), key) for key in repeated]
    flaws = {key: flaw for key, record in content["records"].items() if (flaw := _flaw(record))}
    faults += [
        _fault(source, f"the record of `{key}` {flaw}", _place(source, key), key)
        for key, flaw in flaws.items()
    ]
    records = {key: _record(key, record) for key, record in content["records"].items() if key not in flaws}
    return MetadataLock(content["date"], records, source, tuple(faults))


def _content(source: SourceText, repeated: list[str]) -> Any:
    """What the JSON says, or a fault; keys that an object has twice are noted."""
    try:
        content = json.loads(source.text, object_pairs_hook=lambda pairs: _object(pairs, repeated))
    except json.JSONDecodeError as error:
        return _fault(source, f"this is not JSON: {error.msg}", Span(error.pos, error.pos))
    except (RecursionError, ValueError) as error:
        return _fault(source, f"this is not JSON: {error}", Span(0, 0))
    if half := _HALF.search(source.text):
        return _fault(source, "this is not text: a character is written by half", Span(*half.span()))
    return content


def _object(pairs: list[tuple[str, Any]], repeated: list[str]) -> dict[str, Any]:
    """An object of JSON; its last value of a key counts."""
    values = dict(pairs)
    if len(values) < len(pairs):
        repeated += [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    return values


def _objection(content: Any) -> tuple[str, str] | None:
    """What is wrong with the file as a whole, and the key that it is wrong with."""
    if not isinstance(content, dict):
        return "the file has to be one object", ""
    if content.get("schema_version") != _VERSION:
        return f"`schema_version` has to be {_VERSION}", "schema_version"
    if not _is_day(content.get("date")):
        return '`date` has to be a day such as "2024-05-31"', "date"
    if not isinstance(content.get("records"), dict):
        return "`records` has to hold a record for each key", "records"
    unknown = next((key for key in content if key not in {"schema_version", "date", "records"}), None)
    return (f"there is no field `{unknown}`", unknown) if unknown else None


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def _flaw(record: Any) -> str:
    """What is wrong with a record, or nothing."""
    if not isinstance(record, dict):
        return "has to be an object"
    for name, value in record.items():
        if name not in _FIELDS:
            return f"has an unknown field `{name}`. {did_you_mean(name, _FIELDS)}".strip()
        if name == "authors" and not _is_texts(value):
            return "has to list its `authors` by family name"
        if name != "authors" and not isinstance(value, str):
            return f"has to have text in `{name}`"
    return "" if record.get("source") else "does not say its `source`"


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _record(key: str, record: dict[str, Any]) -> WorkRecord:
    return WorkRecord(key=key, **{**record, "authors": tuple(record.get("authors", ()))})


def _place(source: SourceText, key: str) -> Span:
    """Where a key stands last; the beginning of the file where it does not."""
    written = {json.dumps(key, ensure_ascii=ascii_only) for ascii_only in (False, True)}
    pattern = rf"(?:{'|'.join(map(re.escape, written))})(?=\s*:)"
    places = [Span(*found.span()) for found in re.finditer(pattern, source.text)]
    return places[-1] if places else Span(0, 0)


def _fault(source: SourceText, message: str, place: Span, key: str | None = None) -> Fault:
    return Fault("RKT010", message, source.locate(place), _HINT, key)
