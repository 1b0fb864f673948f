"""The versions of a review, as their file says it."""

import json

import jsonschema
import pytest
import yaml

from reportkit.adapters.versions import KEYS, read_versions
from reportkit.model.location import SourceText
from reportkit.model.versions import newest
from tests.locks import ROOT

SCHEMA = json.loads((ROOT / "docs/versions.schema.json").read_text(encoding="utf-8"))
OWN = (ROOT / "evidence/CHANGELOG.yaml").read_text(encoding="utf-8")


def test_a_version() -> None:
    """What is not said did not change."""
    text = "versions:\n- {version: 1.10, date: 2024-05-31, trigger: first version, studies_added: [firm]}\n"
    (version,), faults = read_versions(SourceText("CHANGELOG.yaml", text))
    assert (version.version, version.studies_added, version.results_changed) == ("1.10", ("firm",), ())
    assert (version.conclusions_changed, version.methods_changed, faults) == ("", "", ())


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("{date: 2024-05-31, trigger: first}", "`version` is missing"),
        ("{version: 1, trigger: first}", "`date` is missing"),
        ("{version: 1, date: 2024-02-30, trigger: first}", "`2024-02-30` is no date such as 2024-05-31"),
        ("{version: 1, date: May 2024, trigger: first}", "`May 2024` is no date such as 2024-05-31"),
        ("{version: 1, date: 2024-05-31}", "`trigger` is missing"),
        (
            "{version: 1, date: 2024-05-31, trigger: a, studies_added: firm}",
            "`studies_added` has to be a list",
        ),
        (
            "{version: 1, date: 2024-05-31, trigger: a, studies_aded: [firm]}",
            "there is no key `studies_aded`",
        ),
    ],
)
def test_odd_versions(record: str, message: str) -> None:
    """What is missing or of the wrong kind is told with its place, and the other versions count."""
    text = f"versions:\n- {{version: 2, date: 2024-06-30, trigger: more}}\n- {record}\n"
    found, faults = read_versions(SourceText("CHANGELOG.yaml", text))
    assert [(fault.message, fault.location.start.row) for fault in faults] == [(message, 3)]
    assert found[0].version == "2"


def test_the_newest() -> None:
    """The latest day decides, whatever the order; on one day the first that is listed."""
    days = ("2024-05-31", "2024-06-30", "2024-06-30")
    lines = (f"- {{version: {index}, date: {day}, trigger: a}}\n" for index, day in enumerate(days))
    latest = newest(read_versions(SourceText("CHANGELOG.yaml", f"versions:\n{''.join(lines)}"))[0])
    assert latest is not None
    assert latest.version == "1"
    assert newest(()) is None


def test_schema() -> None:
    """The published schema knows the keys of the reader, and the versions of this review keep to it."""
    assert set(SCHEMA["properties"]["versions"]["items"]["properties"]) == set(KEYS)
    jsonschema.Draft202012Validator(SCHEMA).validate(yaml.load(OWN, yaml.BaseLoader))  # noqa: S506 - texts only
