"""The template escapes what authors write and refuses to be filled by halves."""

from pathlib import Path
from typing import Any

import pytest

from reportkit.adapters.templates import fill_page
from reportkit.errors import BuildError, FileAccessError
from reportkit.formats.document.page import page_values
from reportkit.model.review import Review
from reportkit.model.settings import Author, Settings

TEMPLATES = Path(__file__).parents[2] / "templates"


def _values(**changes: Any) -> dict[str, Any]:
    said = page_values(Review(Settings()), (), draft=False)
    return {**said, "front": "", "body": "", "fonts_css": "", "theme": "", **changes}


def test_settings_of_the_review_are_escaped() -> None:
    """Title, names and statement are text, whatever is in them."""
    evil = "<script>alert('x')</script> & \"quotes\""
    settings = Settings(title=evil, statement=evil, kind=evil, authors=(Author(evil, evil),))
    page = fill_page(TEMPLATES, _values(**page_values(Review(settings), (), draft=False)))
    assert "<script>alert" not in page
    assert page.count("<script") == len(["the page's own", "linked data"])
    assert page.count("&lt;script&gt;") > 4


def test_a_value_that_is_missing_stops_the_build() -> None:
    """No hole is left in the document."""
    values = _values()
    del values["statement"]
    with pytest.raises(BuildError, match="statement"):
        fill_page(TEMPLATES, values)


def test_a_template_folder_without_its_files_is_named(tmp_path: Path) -> None:
    """The file that cannot be read is in the message."""
    with pytest.raises(FileAccessError, match=r"review\.js"):
        fill_page(tmp_path, _values())


def test_a_page_without_anything_optional_is_whole() -> None:
    """Subtitle, authors, statement and contents may be absent, and leave no empty element behind."""
    page = fill_page(TEMPLATES, _values(title="T"))
    for element in ("subtitle", "authors", "statement", "contents", "draft-mark"):
        assert f'class="{element}"' not in page
