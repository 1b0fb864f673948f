import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.metadata_lock import read_metadata_lock
from reportkit.model.diagnostic import Fault
from reportkit.model.locks import MetadataLock, WorkRecord

NAME = "refs.lock.json"
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / NAME.replace(".lock.json", "-lock.schema.json")).read_text("utf-8")
)
SOUND = """{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {"source": "Crossref", "doi": "10.1000/bones.12", "authors": ["Nguyen", "Rossi"]},
    "størr": {"source": "PubMed", "pmid": "31234567", "pmid_doi": "10.1000/bones.13", "title": "Casts",
      "year": "2020", "journal": "Bones", "volume": "3", "pages": "1-9", "published_as": "10.1000/bones.14"}
  }
}
"""


def read(folder: Path, text: str) -> MetadataLock | Fault | None:
    """What is read of a file with this text."""
    (folder / NAME).write_text(text, "utf-8")
    return read_metadata_lock(folder, NAME)


def faults(found: MetadataLock | Fault | None) -> list[str]:
    """The faults as lines."""
    assert found
    listed = (found,) if isinstance(found, Fault) else found.faults
    return [f"{fault.location} {fault.code} {fault.message}" for fault in listed]


def is_described(text: str) -> bool:
    """Whether the schema allows it."""
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(json.loads(text))


def test_a_lock_is_read(tmp_path: Path) -> None:
    """Records are kept by key with the day on which they were asked for."""
    lock = read(tmp_path, SOUND)
    assert isinstance(lock, MetadataLock)
    assert (lock.date, lock.faults, list(lock.records)) == ("2024-05-31", (), ["nguyen2021", "størr"])
    assert lock.records["nguyen2021"] == WorkRecord(
        "nguyen2021", "Crossref", doi="10.1000/bones.12", authors=("Nguyen", "Rossi")
    )
    assert is_described(SOUND)


def test_characters_may_be_escaped(tmp_path: Path) -> None:
    """Two halves make a character."""
    lock = read(tmp_path, SOUND.replace("Casts", "\\ud83e\\uddb4"))
    assert isinstance(lock, MetadataLock)
    assert lock.records["størr"].title == "\N{BONE}"


def test_no_file_is_no_lock(tmp_path: Path) -> None:
    """A review without the file has not been compared, which is not a fault."""
    assert read_metadata_lock(tmp_path, NAME) is None


def test_what_is_no_file(tmp_path: Path) -> None:
    """A link that leads nowhere is told: somebody wanted a lock there."""
    (tmp_path / NAME).symlink_to(tmp_path / "gone.json")
    assert faults(read_metadata_lock(tmp_path, NAME)) == [
        f"{NAME}:1:1 RKT010 there is no such file or folder"
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"schema_version": 1', '"schema_version": 2', "2:3 RKT010 `schema_version` has to be 1"),
        ("2024-05-31", "31 May", '3:3 RKT010 `date` has to be a day such as "2024-05-31"'),
        ('"date"', '"day"', '1:1 RKT010 `date` has to be a day such as "2024-05-31"'),
        ("{\n  ", '{\n  "by": "me", ', "2:3 RKT010 there is no field `by`"),
        (
            '"doi"',
            '"dio"',
            "5:5 RKT010 the record of `nguyen2021` has an unknown field `dio`. Did you mean `doi`?",
        ),
        ('"Crossref"', '""', "5:5 RKT010 the record of `nguyen2021` does not say its `source`"),
        ('"2020"', "2020", "6:5 RKT010 the record of `størr` has to have text in `year`"),
        (
            '["Nguyen", "Rossi"]',
            '"Nguyen"',
            "5:5 RKT010 the record of `nguyen2021` has to list its `authors` by family name",
        ),
    ],
)
def test_a_flaw_is_told_with_its_place(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """The reader refuses what the schema refuses, and says where."""
    text = SOUND.replace(old, new, 1)
    assert faults(read(tmp_path, text)) == [f"{NAME}:{fault}"]
    assert not is_described(text) or "31 May" in text


def test_a_flaw_of_one_record_leaves_the_others(tmp_path: Path) -> None:
    """Each record is read for itself."""
    lock = read(tmp_path, SOUND.replace('"2020"', "2020"))
    assert isinstance(lock, MetadataLock)
    assert list(lock.records) == ["nguyen2021"]


def test_a_key_stands_once(tmp_path: Path) -> None:
    """Two records of one key are told at the second, which counts."""
    lock = read(tmp_path, SOUND.replace("størr", "nguyen2021"))
    assert faults(lock) == [f"{NAME}:6:5 RKT010 `nguyen2021` stands here twice"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1 RKT010 this is not JSON: Expecting value"),
        ('{\n"a": 1,}', "2:8 RKT010 this is not JSON: Illegal trailing comma before end of object"),
        ("[]", "1:1 RKT010 the file has to be one object"),
        ("9" * 5000, "1:1 RKT010 this is not JSON: Exceeds the limit"),
        ("[" * 100_000, "1:1 RKT010 this is not JSON: maximum recursion depth"),
        ('{"records": []}', "1:1 RKT010 `schema_version` has to be 1"),
        ('{"\\ud800": 1}', "1:3 RKT010 this is not text: a character is written by half"),
        ('{"schema_version": 1, "date": "2024-05-31", "records": []}', "1:45 RKT010 `records` has to hold"),
        (
            '{"schema_version": 1, "date": "2024-05-31", "records": {"a": 1}}',
            "1:57 RKT010 the record of `a` has to be an object",
        ),
    ],
)
def test_what_is_no_lock(tmp_path: Path, text: str, fault: str) -> None:
    """Any text is read or refused with a place; the words of the JSON reader differ between versions."""
    (told,) = faults(read(tmp_path, text))
    if "JSON: " in fault:
        told, fault = told.partition("JSON: ")[0], fault.partition("JSON: ")[0]
    assert told.startswith(f"{NAME}:{fault}")


@given(st.binary(max_size=80) | st.text(alphabet='{}[]":,0ab\\\\\\u ', max_size=40).map(str.encode))
def test_any_bytes_are_a_lock_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Garbage ends in a fault whose words can be printed."""
    folder = tmp_path_factory.mktemp("garbage")
    (folder / NAME).write_bytes(content)
    for fault in faults(read_metadata_lock(folder, NAME)):
        assert fault.encode()
