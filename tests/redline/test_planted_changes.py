"""Changes planted in a sound review: each is found, once, and nothing else is."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reportkit.formats.redline.json import render_json
from reportkit.formats.redline.text import render_text
from reportkit.project.redline import compare_editions, make_redline_page
from reportkit.redline.comparison import Redline

ROOT = Path(__file__).parents[2]
CLEAN_REVIEW = ROOT / "tests" / "reviews" / "clean"
TYPED = "\n| arm | healed |\n|---|---|\n| cast | few |\n"
CONCLUSIONS = """\
# Conclusions

A firm splint healed [48 of 50 (96.0%)]{ev=firm.splint.healed} [@reed2020firm]. More studies are needed.
"""
NEW_BOOK = """\
@book{heron2020,
  author = {Heron, Tom},
  title = {Nests},
  publisher = {Lake},
  year = {2020},
}

"""
Edit = tuple[str, str, str]


@pytest.fixture
def compared(tmp_path: Path) -> Callable[..., Redline]:
    """Two editions of the sound review, the later one with these edits; a table and conclusions are added."""

    def compare(*edits: Edit) -> Redline:
        for name in ("before", "now"):
            shutil.copytree(CLEAN_REVIEW, tmp_path / name)
            background = tmp_path / name / "chapters" / "10-background.md"
            background.write_text(background.read_text(encoding="utf-8") + TYPED, encoding="utf-8")
            (tmp_path / name / "chapters" / "90-conclusions.md").write_text(CONCLUSIONS, encoding="utf-8")
        for file, old, new in edits:
            place = tmp_path / "now" / file
            text = place.read_text(encoding="utf-8")
            assert text.count(old) == 1
            place.write_text(text.replace(old, new), encoding="utf-8")
        return compare_editions(ROOT, str(tmp_path / "before"), str(tmp_path / "now"))

    return compare


def told(redline: Redline) -> Mapping[str, Any]:
    """All that differs, but for what has no entries."""
    found = json.loads(render_json(redline))
    evidence = {
        f"{kind} {what}": v
        for kind, r in found["evidence"].items()
        if kind != "numbers"
        for what, v in r.items()
    }
    references = {f"references {what}": v for what, v in found["references"].items()}
    rest = {name: found[name] for name in ("title_block", "changes", "conclusions")}
    numbers = {"numbers": found["evidence"]["numbers"]}
    return {name: value for name, value in {**rest, **references, **evidence, **numbers}.items() if value}


def marks(redline: Redline) -> list[tuple[str, str]]:
    """What the text of the page strikes and underlines."""
    text = html.document_fromstring(make_redline_page(ROOT, redline)).get_element_by_id("text")
    return [(str(mark.tag), " ".join(mark.text_content().split())) for mark in text.iter("ins", "del")]


def test_nothing_planted(compared: Callable[..., Redline]) -> None:
    """Two folders with the same review have no difference."""
    redline = compared()
    assert told(redline) == {}
    assert marks(redline) == []
    assert "data-sign" not in make_redline_page(ROOT, redline).partition("</head>")[2]


def test_a_sentence(compared: Callable[..., Redline]) -> None:
    """A changed sentence is one change of the text, in its section, with the words around it."""
    redline = compared(("chapters/20-results.md", "are small, and one", "are small and old, and one"))
    (change,) = told(redline)["changes"]
    assert list(told(redline)) == ["changes"]
    assert (change["place"], change["before"], change["now"]) == (["4 Limits"], "", "and old")
    assert marks(redline) == [("ins", "and old")]


def test_a_cell(compared: Callable[..., Redline]) -> None:
    """A changed cell is one change, named by its row and column."""
    redline = compared(("chapters/10-background.md", "| few |", "| many |"))
    (change,) = told(redline)["changes"]
    assert list(told(redline)) == ["changes"]
    assert (change["kind"], change["place"]) == ("cell", ["2 Methods", "cast", "healed"])
    assert marks(redline) == [("del", "few"), ("ins", "many")]


def test_a_reference(compared: Callable[..., Redline]) -> None:
    """A reference that is cited now and was not is one that was added, in the list and at its citation."""
    redline = compared(
        ("references.bib", "@article{reed2022firm", NEW_BOOK + "@article{reed2022firm"),
        ("chapters/20-results.md", "no control arm.", "no control arm [@heron2020]."),
    )
    found = told(redline)
    assert list(found) == ["changes", "references added"]
    assert [reference["id"] for reference in found["references added"]] == ["heron2020"]
    assert [change["now"] for change in found["changes"]] == ["[@heron2020]"]
    assert [mark for mark in marks(redline) if "Nests" in mark[1]] == [
        ("ins", "6. Heron T. Nests. Lake; 2020.")
    ]


def test_a_result(compared: Callable[..., Redline]) -> None:
    """A changed row is told once; so are the cell, the number and the conclusion that rest on it."""
    redline = compared(
        ("evidence/results.csv", ",48,50,96.0,%,,86.3,99.5,", ",47,50,94.0,%,,83.5,98.7,"),
        ("chapters/20-results.md", "[48 of 50 (96.0%)]", "[47 of 50 (94.0%)]"),
    )
    found = told(redline)
    assert list(found) == ["changes", "conclusions", "rows changed", "numbers"]
    (row,) = found["rows changed"]
    assert row["id"] == "firm.splint.healed"
    assert ["events", "48", "47"] in [list(field.values()) for field in row["fields"]]
    (number,) = found["numbers"]
    assert (number["before"]["text"], number["now"]["text"]) == ("48 of 50 (96.0%)", "47 of 50 (94.0%)")
    assert [change["kind"] for change in found["changes"]] == ["text", "cell"]
    (conclusion,) = found["conclusions"]
    assert conclusion["before"] == conclusion["now"] == "A firm splint healed 48 of 50 (96.0%)."
    (reason,) = conclusion["reasons"]
    assert reason.startswith("row firm.splint.healed changed: events, estimate")


def test_studies_and_certainty(compared: Callable[..., Redline]) -> None:
    """Studies that came are told, and a field of one that changed."""
    redline = compared(("evidence/studies.yaml", "enrolled: 12 enrolled", "enrolled: 14 enrolled"))
    (study,) = told(redline)["studies changed"]
    assert study["fields"] == [{"name": "enrolled", "before": "12 enrolled", "now": "14 enrolled"}]
    assert "  changed soft\n      enrolled: [-12-]{+14+} enrolled\n" in render_text(redline)


def test_the_title_block(compared: Callable[..., Redline]) -> None:
    """What the review says about itself is compared, too."""
    redline = compared(("reportkit.toml", 'version = "1.0"', 'version = "1.1"'))
    assert told(redline) == {"title_block": [{"name": "version", "before": "1.0", "now": "1.1"}]}


def test_a_note_stands_where_it_is_called(compared: Callable[..., Redline]) -> None:
    """What changed in a note is marked there; its call is none."""
    redline = compared(
        ("chapters/10-background.md", "childhood [@hill2019wrists]", "childhood^[At all ages.]")
    )
    assert [change["now"] for change in told(redline)["changes"]] == ["[note: At all ages.]"]
    page = html.document_fromstring(make_redline_page(ROOT, redline))
    (note,) = page.find_class("footnote")
    assert note.text_content().endswith("At all ages.")
    assert "↩" not in page.text_content()


def test_what_went_from_the_end_of_a_field(compared: Callable[..., Redline]) -> None:
    """Fields of the evidence are compared word by word on the page, too."""
    redline = compared(("evidence/studies.yaml", "enrolled: 12 enrolled", "enrolled: '12'"))
    assert "<li>enrolled: 12<del> enrolled</del></li>" in make_redline_page(ROOT, redline)
