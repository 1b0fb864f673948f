"""`reportkit where`."""

import shutil
from pathlib import Path

import pytest

from reportkit.adapters.pandoc import read_markdown
from reportkit.assemble.paragraphs import with_paragraph_ids
from reportkit.assemble.sanitise import sanitise
from reportkit.assemble.tree import attributes, walk
from reportkit.cli.main import main
from reportkit.project.load import load_review
from reportkit.project.where import paragraphs_of

ROOT = Path(__file__).parents[2]
CLEAN_REVIEW = ROOT / "tests" / "reviews" / "clean"
START = "FIRM is a randomised trial in children"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A copy of the sound review."""
    return Path(shutil.copytree(CLEAN_REVIEW, tmp_path / "review"))


def asked(review: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what was printed."""
    return main(["where", name, "--root", str(review)]), capsys.readouterr().out


def id_of(review: Path, start: str) -> str:
    """The id of the paragraph in the results that begins like this."""
    text = (review / "chapters" / "20-results.md").read_text(encoding="utf-8")
    blocks = sanitise(read_markdown(text)["blocks"])
    (marked,) = with_paragraph_ids([blocks])
    paragraphs = [node["c"] for node in walk(marked) if node["t"] == "Para"]
    (found,) = [p for p in paragraphs if start in " ".join(n["c"] for n in p if n["t"] == "Str")]
    return attributes(found[0])[0]


def test_an_id_of_the_document_leads_to_file_and_line(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also as the end of a link."""
    name = id_of(review, START)
    for link in (name, f"#{name}", f"https://example.org/review.html#{name}"):
        status, told = asked(review, link, capsys)
        assert status == 0
        assert told.startswith(f"chapters/20-results.md:5:1: {START}")


def test_a_changed_paragraph_is_found_by_the_end_that_is_left(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told which end was written anew; the exit code says that it is another text."""
    name, chapter = id_of(review, START), review / "chapters" / "20-results.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace(START, f"In short, {START}"), encoding="utf-8")
    status, told = asked(review, name, capsys)
    assert status == 1
    assert told.startswith("chapters/20-results.md:5:1: another beginning, the same end: In short")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("ev-firm.pain", "evidence/results.csv:4:1: firm.pain"),
        ("ref-reed2020firm", "references.bib:"),
        ("tbl:healing", "chapters/20-results.md:"),
    ],
)
def test_other_names_of_the_document_are_found_too(
    name: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows, references, tables and sections."""
    status, told = asked(CLEAN_REVIEW, name, capsys)
    assert status == 0
    assert told.startswith(place)


def test_an_unknown_name_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """With a hint what an id looks like."""
    assert main(["where", "p-bbbb-bbbb", "--root", str(CLEAN_REVIEW)]) == 2
    assert "what stands behind the # of a link" in capsys.readouterr().err


def test_the_documents_and_the_sources_have_the_same_ids() -> None:
    """Pandoc's paragraphs, which the documents show, and the scanner's, which know their places."""
    chapters = sorted((ROOT / "chapters").glob("*.md"))
    trees = [sanitise(read_markdown(path.read_text(encoding="utf-8"))["blocks"]) for path in chapters]
    spans = [node for blocks in with_paragraph_ids(trees) for node in walk(blocks) if node["t"] == "Span"]
    shown = [attributes(node)[0] for node in spans if "paragraph" in attributes(node)[1]]
    assert len(shown) > 150
    assert [name for name, _ in paragraphs_of(load_review(ROOT))] == shown
