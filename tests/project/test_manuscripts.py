"""Manuscripts of sources with something wrong: a draft of them can be built, a review cannot."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportkit.assemble.tree import marks
from reportkit.errors import BuildError
from reportkit.project.documents import make_manuscript, make_page
from reportkit.project.load import load_review
from tests.workflow.miniature import write_miniature

CHAPTER = "chapters/10-results.md"
TEXT = "# Results\n\nThe children could walk again [@nguyen2021].\n\n"
ITEM = "kind: table\nbuilder: outcomes\ncaption: {caption}\nrows: []\n"


def marks_of(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """What a draft of the small review marks when these files are put into it."""
    write_miniature(folder)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    review = load_review(folder)
    manuscript = make_manuscript(folder, review).manuscript
    assert "</html>" in make_page(folder, review, manuscript, "", draft=True)
    found = marks(manuscript.blocks)
    if found:
        with pytest.raises(BuildError, match="marks that only a draft may carry"):
            make_page(folder, review, manuscript, "", draft=False)
    return list(found)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Words [a](javascript:x).", "[link removed]"),
        ("Words[^a].", "[no such note: a]"),
        ("Half $\\hlaf{1}{2}$.", "[this formula cannot be set: \\hlaf{1}{2}]"),
        ("One.[^a]\n\n[^a]: A\n\n[^a]: B\n", f"[{CHAPTER}:9:1: Duplicate note reference 'a']"),
        ("[^a]: A", f"[{CHAPTER}:5:1: Note with key 'a' defined but not used.]"),
        ("`x`{=html}", "[raw markup removed]"),
        ("\\newpage", "[raw markup removed]"),
        ("[10 [2]{ev=a}]{ev=b}", "[no such row: a]"),
        ("[10]{ev=}", "[no row named]"),
    ],
)
def test_a_mark_names_its_section_and_what_is_amiss(tmp_path: Path, text: str, mark: str) -> None:
    """What the check may have passed is marked in a draft, and named when a review is refused."""
    found = marks_of(tmp_path, {CHAPTER: TEXT + text})
    assert any(line.startswith("under “") and line.endswith(f"”: {mark}") for line in found)


def test_a_formula_of_letters_and_signs_is_set(tmp_path: Path) -> None:
    """An ordinary formula needs no mark."""
    assert marks_of(tmp_path, {CHAPTER: TEXT + "By $n = 24$, $\\chi^2 < 10^{-4}$, $\\frac{1}{2}$."}) == []


@pytest.mark.parametrize(
    ("content", "mark"),
    [
        (b"# \xdcber\n", f"[{CHAPTER}:1:3: the file is not UTF-8 text: byte 0xDC is not UTF-8]"),
        (b"# A\n\n---\nb: [c\n---\n", f"[{CHAPTER}:3:1: pandoc gave up: Error parsing YAML metadata: "),
    ],
)
def test_a_chapter_that_cannot_be_read_is_marked_in_its_place(
    tmp_path: Path, content: bytes, mark: str
) -> None:
    """A draft does not pass over a chapter in silence."""
    (found,) = marks_of(tmp_path, {CHAPTER: content})
    assert found.startswith(mark)


def _png(width: int, height: int) -> bytes:
    """An image of one colour."""
    content = BytesIO()
    Image.new("1", (width, height)).save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.png", b"", "is no image that can be read"),
        ("a.png", _png(9, 9)[:40], "is no image that can be read"),
        ("a.jpg", b"<html>", "is no image that can be read"),
        ("a.png", _png(10_000, 10_000), "has 100 million pixels: save it with at most 40 million"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", "is no drawing that can be read"),
        ("a.svg", b"<html/>", "is no drawing that can be read"),
    ],
)
def test_an_image_that_cannot_be_printed_is_marked(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    """Empty, cut off, something else, or too large: the mark names it and says what is amiss."""
    files = {CHAPTER: TEXT + f"![A heron]({name})\n", f"chapters/{name}": content}
    assert marks_of(tmp_path, files) == [f"under “1 Results”: [{name} {fault}]"]


def test_a_sound_image_is_shown(tmp_path: Path) -> None:
    """No mark stands in its place."""
    assert marks_of(tmp_path, {CHAPTER: TEXT + "![A heron](a.png)\n", "chapters/a.png": _png(9, 9)}) == []


@pytest.mark.parametrize(("name", "sign"), [("李小龙", "U+5C0F CJK"), ("מרים כהן", "U+05D9 HEBREW")])
def test_a_name_that_no_font_has_stops_the_build_by_its_place(tmp_path: Path, name: str, sign: str) -> None:
    """A font of the machine would look different elsewhere: each sign is named with file and line."""
    write_miniature(tmp_path)
    bibliography = tmp_path / "references.bib"
    text = bibliography.read_text(encoding="utf-8")
    bibliography.write_text(text.replace("{Nguyen, An}", f"{{{name}}}", 1), encoding="utf-8")
    with pytest.raises(BuildError) as error:
        make_manuscript(tmp_path, load_review(tmp_path))
    assert f"{sign}" in error.value.message
    assert all(line.startswith("references.bib:") for line in error.value.message.splitlines())


@pytest.mark.parametrize(
    ("caption", "mark"),
    [
        ("Half ](x", "[this text is not one stretch of Markdown]"),
        ("Half <b>walked</b>", "[raw markup removed]"),
        ("Half ![walked](walk.png)", "[images are for chapters]"),
        ("Half [walked](javascript:x)", "[link removed]"),
    ],
)
def test_captions_are_cleaned_as_chapters_are(tmp_path: Path, caption: str, mark: str) -> None:
    """What an item says reaches the documents, too."""
    files = {
        "evidence/studies.yaml": "studies: []\n",
        "evidence/results.csv": "",
        "evidence/items/walking.yaml": ITEM.format(caption=f'"{caption}"'),
        CHAPTER: TEXT + "::: {#tbl:walking .table item=walking}\n:::\n",
    }
    assert f"under “1 Results”: {mark}" in marks_of(tmp_path, files)
