"""The versions of a review: `CHANGELOG.yaml`, a list `versions` of records with the fields of `Version`.

`docs/versions.schema.json` describes it.
"""

import re
from dataclasses import fields

from reportkit.adapters.yaml_records import Record, read_record
from reportkit.measures.days import is_day
from reportkit.model.diagnostic import Fault
from reportkit.model.location import SourceText
from reportkit.model.versions import Version

KEYS = tuple(field.name for field in fields(Version) if field.name != "location")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_versions(source: SourceText) -> tuple[tuple[Version, ...], tuple[Fault, ...]]:
    """The versions as listed, and what is wrong with them; one without number or day is no version."""
    file = read_record(source)
    if isinstance(file, Fault):
        return (), (file,)
    file.check_keys(["versions"])
    read = [_version(record) for record in file.records("versions")]
    return tuple(one for one in read if one.version and one.date), tuple(file.faults)


def _version(record: Record) -> Version:
    record.check_keys(KEYS)
    return Version(
        version=record.required("version"),
        date=_day(record),
        trigger=record.required("trigger"),
        studies_added=record.texts("studies_added"),
        studies_removed=record.texts("studies_removed"),
        results_changed=record.texts("results_changed"),
        conclusions_changed=record.text("conclusions_changed"),
        methods_changed=record.text("methods_changed"),
        location=record.location,
    )


def _day(record: Record) -> str:
    text = record.required("date")
    if not text or (_DAY.fullmatch(text) and is_day(text)):
        return text
    record.note("TAB002", f"`{text}` is no date such as 2024-05-31", "date")
    return ""
