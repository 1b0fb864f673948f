r"""Lines and columns: characters of the file, whatever its line ends, byte order mark, tabs and widths."""

from pathlib import Path
from random import Random

import pytest

from reportkit.adapters.files import read_source
from reportkit.model.location import SourceText
from reportkit.scanner import scan
from tests.scanner.documents import lines, nested, noise, paragraph
from tests.scanner.structured_documents import structure
from tests.scanner.test_properties import spans

CASES = sorted((Path(__file__).parents[1] / "cases/scanner").glob("*.md"))
SHAPES = (lines, paragraph, noise, nested, structure)
COMPOSED = [shape(Random(seed)) for shape in SHAPES for seed in range(20)]  # noqa: S311 - composes, keeps no secret
TEXTS = [path.read_text("utf-8") for path in CASES] + COMPOSED


def locations(source: SourceText) -> list[str]:
    """Where every token of a text stands."""
    places = [source.locate(span) for span in spans(scan(source.text))]
    return [f"{place} {place.end.row}:{place.end.column}" for place in places]


@pytest.mark.parametrize(
    ("mark", "line_end"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n"), ("", "\r")]
)
def test_bytes_of_the_file(tmp_path: Path, mark: str, line_end: str) -> None:
    """Line ends and a byte order mark move nothing."""
    for text in TEXTS:
        (tmp_path / "a.md").write_bytes((mark + text.replace("\n", line_end)).encode())
        source = read_source(tmp_path, "a.md")
        assert isinstance(source, SourceText)
        assert locations(source) == locations(SourceText("a.md", text))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Text [@hill2019].\n", 7),
        ("\tcode\n\n-\tText\t[@hill2019].\n", 9),
        ("é日本😀 [@hill2019].\n", 7),
        ("e\u0301 [@hill2019].\n", 5),
        ("| 日本 | 日 [@hill2019] |\n|------|------|\n", 11),
        ("> -\t[@hill2019]\n", 6),
        ("1.\ta\n\n\t\t\n\tText [@hill2019]\n", 8),
        ("Text[^1].\n\n[^1]:\n\tNote [@hill2019]\n", 8),
        ("```{r}\n\tx\n```\n- a\t[@hill2019]\n", 6),
    ],
)
def test_columns_are_characters(text: str, column: int) -> None:
    """A tab, a wide and a combining character are one column each, though pandoc measures them otherwise."""
    (citation,) = scan(text, "rmarkdown").citations
    source = SourceText("a.md", text)
    assert source.locate(citation.span).start.column == column
    assert text[citation.span.start : citation.span.end] == "@hill2019"


def test_empty_text() -> None:
    """A text without anything has no tokens."""
    for text in ("", "\n", "\t", " \n\t\n"):
        assert spans(scan(text)) == []
