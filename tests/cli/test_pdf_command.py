"""`reportkit pdf` prints a page with what is asked for, and refuses what cannot be."""

from pathlib import Path

import pikepdf
import pytest

from reportkit.cli.main import main
from tests.documents.conftest import sample_page
from tests.documents.test_page_notes import DISPLACED, body_with_notes


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The sample as `reportkit html` would write it, with notes that find no room."""
    path = tmp_path / "page.html"
    text = sample_page(front="", body=body_with_notes(6))
    path.write_text(text.replace("</head>", f"{DISPLACED}</head>"), encoding="utf-8")
    return path


def test_sources_are_attached_and_notes_elsewhere_are_told(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The PDF has the file; the author reads which section has its notes at its end."""
    results, pdf = page.with_name("results.csv"), page.with_name("page.pdf")
    results.write_bytes(b"id\r\n")
    assert main(["pdf", str(page), "--attach", str(results), "--for-reviewers", "--output", str(pdf)]) == 0
    with pikepdf.open(pdf) as document:
        assert document.attachments["results.csv"].get_file().read_bytes() == b"id\r\n"
    told = capsys.readouterr().out
    assert "Note: the notes of “" in told
    assert told.endswith("found no room near its call.\n")


@pytest.mark.parametrize("option", [["--double-spaced"], ["--since", "page.html"]])
def test_only_reviewers_get_room_and_bars(
    page: Path, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that would do nothing is an error with the remedy."""
    assert main(["pdf", str(page), *option, "--output", str(page.with_name("x.pdf"))]) == 2
    assert "--for-reviewers" in capsys.readouterr().err
