from pathlib import Path

import pytest

from reportkit.adapters.evidence import read_item_files
from reportkit.adapters.items import read_items
from reportkit.model.location import SourceText

SOUND = """\
kind: table
builder: outcomes
caption: What was *found*
rows:
- firm.*
- soft.mean
notes: [One note.]
wide: true
decimals: 1.10
groups:
- {title: no, rows: [a], note: }
"""


def faults(text: str) -> list[str]:
    """What is wrong with an item file."""
    found = read_items([SourceText("evidence/items/pain.yaml", text)])[1]
    return [
        f"{f.location.start.row}:{f.location.start.column} {f.code} {f.subject} {f.message}" for f in found
    ]


def test_item_has_what_its_file_says() -> None:
    """Common keys are read, the others are the builder's options, the name is that of the file."""
    (item,), found = read_items([SourceText("evidence/items/pain.yaml", SOUND)])
    assert found == ()
    assert (item.id, item.kind, item.builder, item.caption) == (
        "pain",
        "table",
        "outcomes",
        "What was *found*",
    )
    assert (item.rows, item.notes) == (("firm.*", "soft.mean"), ("One note.",))
    assert [str(place) for place in item.row_locations] == [
        "evidence/items/pain.yaml:5:3",
        "evidence/items/pain.yaml:6:3",
    ]
    assert item.options == {
        "wide": True,
        "decimals": "1.10",
        "groups": [{"title": "no", "rows": ["a"], "note": None}],
    }


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("kind: table\n", "", "1:1 TAB003 pain `kind` is missing"),
        ("kind: table", "kind: graph", "1:7 TAB003 pain `graph` is no kind of item"),
        ("builder: outcomes\n", "", "1:1 TAB003 pain `builder` is missing"),
        ("What was *found*", "", "3:9 TAB003 pain `caption` is missing"),
        ("caption", "captoin", "3:10 TAB001 pain there is no key `captoin`"),
        ("notes: [One note.]", "notes: One note.", "7:8 TAB002 pain `notes` has to be a list"),
        ("notes: [One note.]", "notes: [{a: b}]", "7:9 TAB002 pain `notes` has to be text"),
        ("- soft.mean", "- [soft.mean]", "6:3 TAB002 pain `rows` has to be text"),
        ("rows:\n", "rows: [\n", "5:1 RKT009 None this is not YAML: "),
    ],
)
def test_each_mistake_is_named_at_its_place(old: str, new: str, fault: str) -> None:
    """What is missing or does not fit is named, with the item that it concerns."""
    assert any(found.startswith(fault) for found in faults(SOUND.replace(old, new)))


def test_item_that_cannot_be_built_is_left_out() -> None:
    """Without a kind and a builder there is nothing to build; without a caption there is."""
    sources = [
        SourceText(f"{name}.yaml", SOUND.replace(f"{name}:", "other:"))
        for name in ("kind", "builder", "caption")
    ]
    assert [item.id for item in read_items(sources)[0]] == ["caption"]


def test_items_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The order of items does not depend on the file system, and other files are no items."""
    folder = tmp_path / "evidence" / "items"
    folder.mkdir(parents=True)
    for name in ("b.yaml", "c.yaml", "a.yaml", ".d.yaml", "notes.txt"):
        (folder / name).write_text(SOUND, encoding="utf-8")
    (folder / "e.yaml").mkdir()
    items, found = read_item_files(tmp_path, "evidence")
    assert [item.id for item in items] == ["a", "b", "c"]
    assert [(str(f.location), f.code) for f in found] == [("evidence/items/e.yaml:1:1", "RKT009")]


def test_evidence_without_items_has_none(tmp_path: Path) -> None:
    """A project may have evidence and no tables of it."""
    assert read_item_files(tmp_path, "evidence") == ((), ())
