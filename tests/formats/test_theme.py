"""The style of a project."""

import re
from pathlib import Path

import pytest

from reportkit.errors import BuildError
from reportkit.formats.document.theme import checked_theme

ROOT = Path(__file__).parents[2]


def test_a_theme_stays_as_it_is() -> None:
    """Variables, rules and images that lie inside."""
    theme = ":root { --accent: #5b2a86 }\n.kind { background: url(data:image/png;base64,aaaa) }\n"
    assert checked_theme(theme, "chapters/theme.css") == theme


@pytest.mark.parametrize(
    "line",
    [
        "</style><script>alert(1)</script>",
        '@import "other.css";',
        "a { background: url(https://example.org/x.png) }",
        "a { background: url( 'x.png' ) }",
    ],
)
def test_a_theme_that_asks_for_more_is_refused(line: str) -> None:
    """With its file and row."""
    with pytest.raises(BuildError, match=r"chapters/theme\.css:3: "):
        checked_theme(f"a {{ }}\n\n{line}\n", "chapters/theme.css")


@pytest.mark.parametrize("sheet", ["review.css", "print.css"])
def test_every_variable_is_documented(sheet: str) -> None:
    """Those that the style sheets begin with are in the list for authors of themes."""
    style = (ROOT / "templates" / sheet).read_text(encoding="utf-8")
    variables = re.findall(r"^  (--[\w-]+):", style.partition(":root {")[2].partition("}")[0], re.MULTILINE)
    listed = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    assert len(variables) > 5
    assert [name for name in variables if f"`{name}`" not in listed] == []
