"""Fonts are cut from the pinned packages, whole, the same each time, and lack nothing that is printed."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.font_families import STYLES, Family
from reportkit.adapters.fonts import ALWAYS_CUT, cut_fonts, missing_characters
from reportkit.errors import FileAccessError, MissingToolError
from reportkit.model.location import Position, SourceText

CACHE = Path(__file__).parents[2] / ".reportkit" / "fonts"


def test_cutting_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """A cut depends on the packages and the characters, not on when or where it is made."""
    assert cut_fonts("Ł", tmp_path) == cut_fonts("Ł", CACHE)
    assert len(list(tmp_path.iterdir())) == 1, "nothing but the finished folder stays behind"


def test_the_two_families_have_the_characters_asked_for() -> None:
    """In each weight and slant, what one family lacks the other has."""
    found: dict[tuple[int, bool], set[str]] = {}
    for style, data in cut_fonts("Ł", CACHE).faces:
        characters = map(chr, TTFont(BytesIO(data)).getBestCmap())
        found.setdefault((style.weight, style.italic), set()).update(characters)
    assert len(found) == 4
    for style, characters in found.items():
        assert characters >= ALWAYS_CUT | {"Ł"}, style


def test_the_order_and_number_of_characters_make_no_difference() -> None:
    """Only which characters a document has decides about its cut."""
    assert cut_fonts("abŁa", CACHE) is not None
    assert cut_fonts("ŁŁŁ", CACHE) == cut_fonts("Łxyz", CACHE)


def test_the_style_sheet_carries_every_face_inside() -> None:
    """Four faces of each family, each as data, so that no file or address is needed."""
    css = cut_fonts("Ł", CACHE).css
    assert css.count("@font-face") == len(STYLES) == 8
    assert set(re.findall(r"url\((.{5})", css)) == {"data:"}


def test_a_character_without_glyph_is_named_with_its_place() -> None:
    """The message has file, row, column, code point and name, and names each character once."""
    text = SourceText("chapters/20-x.md", "Fine ≥ 3.\nBad ⊕ and ⊕.\n")
    (found,) = missing_characters([text])
    assert found.location.start == Position(2, 5)
    assert str(found) == (
        "chapters/20-x.md:2:5: U+2295 CIRCLED PLUS is in none of the fonts of the documents"
    )


def test_characters_without_ink_need_no_glyph() -> None:
    """Line ends, tabs, soft hyphens and joiners are not looked up; odd spaces are."""
    assert missing_characters([SourceText("a.md", "a\tb\n\u00adc\u200b\u2060\u00a0\u2009\u202f")]) == ()
    assert [found.character for found in missing_characters([SourceText("a.md", "a\u3000b")])] == ["\u3000"]


@given(st.text(st.characters(codec="utf-8")))
def test_the_first_place_of_each_missing_character_is_reported(text: str) -> None:
    """Whatever the text, each finding points at its character, and none is found twice."""
    source = SourceText("a.md", text)
    found = missing_characters([source, source])
    assert len({missing.character for missing in found}) == len(found)
    for missing in found:
        start = missing.location.start
        assert text.split("\n")[start.row - 1][start.column - 1] == missing.character


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Where a file stands in the way there is one line with the place."""
    (tmp_path / "fonts").write_text("not a folder")
    with pytest.raises(FileAccessError, match="fonts"):
        cut_fonts("Ł", tmp_path / "fonts")


def test_a_font_package_that_is_not_installed_is_named() -> None:
    """Without the package there is one line with its name, not a traceback."""
    family = Family("No Such Serif", "fontpkg-no-such-serif", "a.ttf", "b.ttf")
    with pytest.raises(MissingToolError, match="fontpkg-no-such-serif is not installed"):
        family.open(italic=False)
