"""Files that chapters link to or take in."""

from pathlib import Path

import pytest

from reportkit.adapters.links import missing_includes, missing_links
from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText, Span
from reportkit.model.tokens import Chunk, Scan
from reportkit.scanner import scan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a few files."""
    (tmp_path / "chapters" / "old").mkdir(parents=True)
    for name in ("readme.md", "chapters/20 more.md", "chapters/old/notes.txt"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    return tmp_path


def chapter(text: str, *chunks: Chunk) -> Chapter:
    """A chapter in a folder of the project."""
    found = Scan(chunks=chunks) if chunks else scan(text)
    return Chapter(SourceText("chapters/10-a.md", text), found)


@pytest.mark.parametrize(
    "target",
    [
        "20%20more.md",
        "20%20more.md#place",
        "old",
        "old/notes.txt?raw=1",
        "../readme.md",
        "readme.md",
        "../../outside.md",
        "#place",
        "?page=2",
        "/readme.md",
        "https://a.example/b.md",
        "//a.example/b.md",
        "mailto:a@b.example",
        "ann.reed@b.example",
        "index.html#place",
        "review.pdf",
        "@fig:a",
        "{{site}}/a.md",
        "",
    ],
)
def test_links_that_lead_somewhere(root: Path, target: str) -> None:
    """A file beside the chapter or in the project, what is no file, and what will be made."""
    assert missing_links(root, [chapter(f"[text]({target})\n")]) == frozenset()


@pytest.mark.parametrize("target", ["gone.md", "old/gone.txt#place", "gone", "old/a@2x.png"])
def test_links_that_lead_nowhere(root: Path, target: str) -> None:
    """The target is named as it is written."""
    assert missing_links(root, [chapter(f"[text]({target})\n")]) == {target}


def test_included_files(root: Path) -> None:
    """Quarto's includes, but for those that are shown as they are, and knitr's children."""
    text = "{{< include gone.qmd >}} {{< include 20%20more.md >}} {{{< include shown.qmd >}}}\n"
    (fault,) = missing_includes(root, [chapter(text)])
    assert (str(fault.location), fault.subject) == ("chapters/10-a.md:1:13", "gone.qmd")
    text = '```{r, child = "gone.Rmd"}\n```\n'
    (fault,) = missing_includes(root, [chapter(text, Chunk("r", "", Span(0, len(text)), Span(5, 5)))])
    assert (str(fault.location), fault.code) == ("chapters/10-a.md:1:17", "XRF006")
