import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportkit
from reportkit.project.fingerprint import fingerprint, source_files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two chapters, a bibliography and one file of evidence."""
    for name in ("chapters/10-a.md", "chapters/20-b.md", "evidence/results.csv", "references.bib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_sources_are_sorted_names_of_files_that_exist(project: Path) -> None:
    """A file that the settings name but that is not there is no source."""
    assert source_files(project) == (
        "chapters/10-a.md",
        "chapters/20-b.md",
        "evidence/results.csv",
        "references.bib",
    )


@pytest.mark.parametrize("name", ["chapters/.10-a.md.swp", "chapters/10-a.md~", "evidence/.DS_Store"])
def test_what_an_editor_leaves_behind_is_no_source(project: Path, name: str) -> None:
    """Opening a chapter in an editor does not start a new build."""
    before = fingerprint(project)
    (project / name).write_text("")
    assert fingerprint(project) == before


@pytest.mark.parametrize("name", ["chapters/20-b.md", "references.bib", "evidence/results.csv"])
def test_a_source_that_is_edited_or_deleted_changes_the_fingerprint(project: Path, name: str) -> None:
    """An old output cannot pass for one of the present sources."""
    seen = {fingerprint(project)}
    (project / name).write_text("edited")
    seen.add(fingerprint(project))
    (project / name).unlink()
    seen.add(fingerprint(project))
    assert len(seen) == 3


def test_sources_are_where_the_settings_say(project: Path) -> None:
    """A review may keep its chapters and its bibliography elsewhere."""
    (project / "chapters").rename(project / "text")
    (project / "reportkit.toml").write_text('[paths]\nchapters = "text"\nbibliography = ["b.bib"]\n')
    assert source_files(project) == (
        "evidence/results.csv",
        "reportkit.toml",
        "text/10-a.md",
        "text/20-b.md",
    )


def test_faulty_settings_are_not_the_fingerprints_to_report(project: Path) -> None:
    """The workflow starts, so that the check can say what is wrong."""
    (project / "reportkit.toml").write_text("title = ")
    assert "reportkit.toml" in source_files(project)


def test_an_image_is_a_source_wherever_it_lies(project: Path) -> None:
    """The document changes with it."""
    for name in ("pictures/a.PNG", "build/b.png", ".venv/c.png", "tests/d.png"):
        (project / name).parent.mkdir()
        (project / name).write_text("")
    assert [name for name in source_files(project) if name.lower().endswith("png")] == ["pictures/a.PNG"]


def test_a_renamed_chapter_changes_the_fingerprint(project: Path) -> None:
    """The order of chapters is in their names."""
    before = fingerprint(project)
    (project / "chapters/10-a.md").rename(project / "chapters/30-a.md")
    assert fingerprint(project) != before


def test_the_fingerprint_depends_on_content_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another folder or a fresh checkout has the same fingerprint."""
    monkeypatch.chdir(project)
    assert fingerprint(Path()) == fingerprint(project)


def test_an_edit_of_the_package_changes_the_fingerprint(tmp_path: Path) -> None:
    """Whoever works on the toolkit gets a new build with plain `snakemake`."""
    copy = shutil.copytree(Path(reportkit.__file__).parent, tmp_path / "reportkit")
    ask = (
        "import pathlib; from reportkit.project.fingerprint import fingerprint;"
        "print(fingerprint(pathlib.Path('none')))"
    )
    seen = set()
    for edit in ("", "# edited"):
        with (copy / "errors.py").open("a", encoding="utf-8") as stream:
            stream.write(edit)
        run = [sys.executable, "-c", ask]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        seen.add(subprocess.run(run, env=environment, check=True, capture_output=True, text=True).stdout)
    assert len(seen) == 2
