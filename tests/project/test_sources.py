"""Which files of a project that is none of ours are asked for."""

from pathlib import Path

import pytest

from reportkit.project.request import Request
from reportkit.project.sources import read_sources


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with a bibliography for all its chapters."""
    (tmp_path / "one.qmd").write_text("See [@a].\n")
    (tmp_path / "two.qmd").write_text("---\nbibliography: own.bib\n---\n\nSee [@b].\n")
    (tmp_path / "three.md").write_text("No more.\n")
    (tmp_path / "_quarto.yml").write_text("bibliography: all.bib\n")
    (tmp_path / "all.bib").write_text("@misc{a,}\n@misc{unused,}\n")
    (tmp_path / "own.bib").write_text("@misc{b,}\n")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["one.qmd"], ("one.qmd",)),
        (["one.qmd", "all.bib"], ("all.bib", "one.qmd")),
        (["."], ("all.bib", "one.qmd", "own.bib", "three.md", "two.qmd")),
        (["two.qmd"], ("own.bib", "two.qmd")),
        (["three.md"], ("three.md",)),
    ],
)
def test_the_bibliography_of_a_book(book: Path, paths: list[str], files: tuple[str, ...]) -> None:
    """It is read for a chapter, and not asked for; that of a document and one that is named are."""
    sources = read_sources(Request(book, tuple(book / path for path in paths)))
    assert sources.files == files
    assert sources.selective == (paths == ["one.qmd"])


@pytest.mark.parametrize("name", ["x" * 5000, "a\\0b", "../../etc/passwd", "/etc/passwd", ".", "a\\nb"])
def test_bibliographies_that_cannot_be(tmp_path: Path, name: str) -> None:
    """The head of a document may name anything; that is told, and nothing outside is read."""
    (tmp_path / "a.md").write_text(f'---\nbibliography: "{name}"\n---\n\nSee [@root].\n')
    sources = read_sources(Request(tmp_path, (tmp_path / "a.md",)))
    assert sources.files == ("a.md",)
    assert [fault.code for fault in sources.review.bibliography.faults] == ["RKT004"]
    assert not sources.review.bibliography.sources


def test_a_folder_that_is_none_of_ours(book: Path) -> None:
    """Without settings and chapters everything below is asked for, as with a full stop."""
    assert read_sources(Request(book)) == read_sources(Request(book, (book,)))
    (book / "reportkit.toml").write_text('title = "Casts"\n')
    assert read_sources(Request(book)).files != read_sources(Request(book, (book,))).files


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["references.bib"], ("references.bib",)),
        (["chapters/01_a.md", "b.md"], ("b.md", "chapters/01_a.md")),
        (["chapters/01-a.md", "b.md"], ("chapters/01-a.md",)),
    ],
)
def test_what_is_no_review(tmp_path: Path, names: list[str], files: tuple[str, ...]) -> None:
    """A bibliography alone, and chapters that others have named, are checked as they are."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("@misc{a,}\n" if name.endswith(".bib") else "Text.\n")
    sources = read_sources(Request(tmp_path))
    assert sources.files == files
    assert sources.review.all_faults == ()
