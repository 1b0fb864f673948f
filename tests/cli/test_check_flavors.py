"""The flavour of Markdown that is checked: by the command line, the settings or a file's name."""

from pathlib import Path

import pytest

from reportkit.cli.main import main

TEXT = "# Casts\n\nSee @fig-casts and @fig:bones.\n\n![Casts](casts.png){#fig-casts}\n"


def keys(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is told to be an unknown key."""
    lines = capsys.readouterr().out.splitlines()
    return [line.split("`")[1] for line in lines if "CIT001" in line]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text of a project that is none of ours."""
    (tmp_path / "paper.qmd").write_text(TEXT, encoding="utf-8")
    (tmp_path / "references.bib").write_text("@misc{reed2020,}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", [".", "paper.qmd"])
def test_name_of_the_file(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Quarto's files are read as Quarto reads them, named themselves or by their folder."""
    main(["check", path, "--select", "CIT001"])
    assert keys(capsys) == ["fig:bones"]


def test_settings_and_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The settings win over the name, the command line over the settings."""
    (folder / "reportkit.toml").write_text('[check]\nflavor = "pandoc"\n', encoding="utf-8")
    main(["check", "paper.qmd", "--select", "CIT001"])
    assert keys(capsys) == ["fig-casts"]
    main(["check", "paper.qmd", "--select", "CIT001", "--flavor", "quarto"])
    assert keys(capsys) == ["fig:bones"]


@pytest.mark.usefixtures("folder")
def test_unknown_flavor(capsys: pytest.CaptureFixture[str]) -> None:
    """Another flavour is refused."""
    with pytest.raises(SystemExit):
        main(["check", "paper.qmd", "--flavor", "gfm"])
    assert "--flavor" in capsys.readouterr().err
