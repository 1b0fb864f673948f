"""The published schema of the settings allows what the reader reads, and nothing else."""

import json
import tomllib
from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.adapters.settings import read_settings
from reportkit.errors import ConfigurationError
from tests.adapters.test_settings import documented
from tests.locks import ROOT

SCHEMA = json.loads((ROOT / "docs/settings.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

TABLES = {
    "": SCHEMA,
    **{name: table for name, table in SCHEMA["properties"].items() if "properties" in table},
}
KEYS = [
    (table, key)
    for table, content in TABLES.items()
    for key, value in content["properties"].items()
    if "properties" not in value
]
VALUES = {
    "text": "Herons",
    "path": "chapters/more",
    "language": "en-GB",
    "day": "2024-05-31",
    "word of a flavour": "quarto",
    "word of a level": "warning",
    "word of a type": "living",
    "word of a place": "after",
    "word of an order": "key",
    "empty text": "",
    "number": 3,
    "nought": 0,
    "fraction": 1.5,
    "flag": True,
    "texts": ["CIT", "BIB007"],
    "numbers": [1],
    "nothing": [],
    "no pattern": ["("],
    "lists": {"a.md": ["CIT"]},
    "texts by name": {"a.md": "CIT"},
    "records": [{"name": "Ann"}],
    "records without a name": [{"orcid": "0"}],
    "path to the root": "/etc",
    "path upwards": "a/../../b",
    "paths": ["a.bib", "../b.bib"],
    "the folder itself": ".",
}


def _toml(table, key, value):
    return (f"[{table}]\n" if table else "") + f"{json.dumps(key)} = {_value(value)}\n"


def _value(value):
    """A value in TOML, which is JSON but for mappings."""
    if isinstance(value, list):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_value(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


def _as_json(value):
    """Dates of TOML as JSON has them."""
    if isinstance(value, dict):
        return {key: _as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_json(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _is_read(root, text):
    (root / "reportkit.toml").write_text(text, encoding="utf-8")
    try:
        read_settings(root)
    except ConfigurationError:
        return False
    return True


def _is_allowed(text):
    return VALIDATOR.is_valid(_as_json(tomllib.loads(text)))


@pytest.mark.parametrize(("table", "key"), KEYS, ids=[f"{table}.{key}".strip(".") for table, key in KEYS])
def test_values(tmp_path, table, key):
    """For every key and every kind of value schema and reader agree."""
    texts = {name: _toml(table, key, value) for name, value in VALUES.items()}
    allowed = {name for name, text in texts.items() if _is_allowed(text)}
    assert allowed == {name for name, text in texts.items() if _is_read(tmp_path, text)}
    assert allowed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(list(TABLES)), key=st.from_regex(r"[a-z]+(-[a-z]+)?", fullmatch=True))
def test_unknown_keys(tmp_path, table, key):
    """A key that the reader does not know is not in the schema."""
    text = _toml(table, key, "x")
    if key not in TABLES[table]["properties"]:
        assert not _is_allowed(text)
        assert not _is_read(tmp_path, text)


def test_every_key_is_described(tmp_path):
    """The schema leaves out no key that the reader reads."""
    for table, content in TABLES.items():
        (tmp_path / "reportkit.toml").write_text(_toml(table, "zzzzzzzzzzzz", 1), encoding="utf-8")
        with pytest.raises(ConfigurationError) as refusal:
            read_settings(tmp_path)
        known = refusal.value.hint.removeprefix("Known here: ").removesuffix(".").split(", ")
        assert set(known) == set(content["properties"])


@pytest.mark.parametrize("text", [documented(), (ROOT / "reportkit.toml").read_text(encoding="utf-8")])
def test_examples(text):
    """The documented example and the settings of this review keep to the schema."""
    VALIDATOR.validate(_as_json(tomllib.loads(text)))
