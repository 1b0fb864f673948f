"""What rules read beside citations is in pandoc's tree, too: headings, links, code, tables, comments."""

from pathlib import Path

import pytest

from tests.scanner.pandoc_oracle import manual
from tests.scanner.token_oracle import seen_by_pandoc, seen_by_scanner

CASES = sorted((Path(__file__).parents[1] / "cases/scanner").glob("*.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_document(path: Path) -> None:
    """Each trap has the tokens that pandoc sees in it."""
    text = path.read_text("utf-8")
    assert seen_by_scanner(text) == seen_by_pandoc(text)


def test_manual() -> None:
    """Pandoc's manual has, too; links to headings by their titles are none of ours."""
    text = manual()
    ours, theirs = seen_by_scanner(text), seen_by_pandoc(text)
    assert theirs is not None
    assert ours.total() > 1000
    assert not ours - theirs
    assert {kind for kind, _ in theirs - ours} <= {"link"}
    assert all(str(target).startswith("#") for _, target in theirs - ours)
