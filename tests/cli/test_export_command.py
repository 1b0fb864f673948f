"""`reportkit export`."""

from pathlib import Path

import pytest

from reportkit.cli.main import main


def test_a_format_that_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ending of the output says the format; another one is refused before anything is read."""
    output = str(tmp_path / "review.odt")
    assert main(["export", "manuscript.json", "--fonts", "fonts.css", "--output", output]) == 2
    told = capsys.readouterr().err
    assert told == f"reportkit: {output}: no format is written so\n    There are docx, epub, md, xml.\n"
