"""The same sources give the same bytes, whatever machine, language or order they are checked in."""

import os
import subprocess
import sys
from shutil import copytree

import pytest

CHAPTER, BIB = "chapters/10-results.md", "references.bib"


@pytest.fixture
def flawed(project):
    """A review with findings of many kinds, letters beyond ASCII and suppressions."""
    project.change(CHAPTER, "[50%]", "[51%]")
    project.change(CHAPTER, "# Results", "# Größe İstanbul ığ\n\nKnown [@nguyen2012; @nguyen2012].")
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    project.change(BIB, "Walking after casts", "Größe İ ı: walking")
    entries = "".join(f"@misc{{m{n}, title = {{T{n}}}, year = {{20{n}}}}}\n" for n in range(10, 30))
    project.write(BIB, f"% rk: ignore[CIT002] later\n{project.read(BIB)}{entries}")
    project.write("chapters/20-İı.md", "# Iıİi\n\n<!-- rk: ignore[CIT001] soon -->\nMore [@none], [@İı].\n")
    project.write("reportkit.toml", '[check]\nignore = ["CIT0O3"]\n')
    return project


def _output(root, *arguments, **environment):
    command = [sys.executable, "-m", "reportkit", "check", *arguments]
    run = subprocess.run(
        command, capture_output=True, check=False, cwd=root, env={**os.environ, **environment}
    )
    assert run.returncode == 1, run.stderr
    assert run.stderr == b""
    return run.stdout


@pytest.mark.parametrize("form", ["full", "json", "sarif", "junit", "markdown"])
def test_hash_seed_and_language(flawed, form):
    """Neither the seed of hashes nor the language of the machine shows."""
    arguments = ("--select", "ALL", "--format", form)
    first = _output(flawed.root, *arguments, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert "İ".encode() in first
    for seed, language in (("1", "C"), ("2", "tr_TR.UTF-8"), ("3", "tr_TR.ISO-8859-9")):
        assert _output(flawed.root, *arguments, PYTHONHASHSEED=seed, LC_ALL=language) == first


def test_encoding_of_the_machine(flawed):
    """What is not written to a terminal is UTF-8, whatever the machine would write."""
    expected = _output(flawed.root, LC_ALL="C.UTF-8")
    assert _output(flawed.root, PYTHONIOENCODING="latin-1", PYTHONUTF8="0") == expected


def test_order_of_paths(flawed):
    """The order of paths shows in no form."""
    paths = [CHAPTER, "chapters/20-İı.md", BIB]
    for form in ("text", "json", "sarif"):
        first = _output(flawed.root, *paths, "--format", form)
        assert _output(flawed.root, *reversed(paths), "--format", form) == first


@pytest.mark.parametrize("form", ["full", "json", "sarif"])
def test_line_ends_and_byte_order_marks(flawed, tmp_path_factory, form):
    """Sources from Windows give the same findings, at the same places and with the same fingerprints."""
    other = copytree(flawed.root, tmp_path_factory.mktemp("windows") / "review")
    for path in other.rglob("*.*"):
        if path.suffix != ".toml":
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert _output(other, "--format", form) == _output(flawed.root, "--format", form)


def test_place_of_the_project(flawed, tmp_path_factory):
    """Where the project lies, and from where it is checked, does not show."""
    other = copytree(flawed.root, tmp_path_factory.mktemp("elsewhere") / "a b")
    first = _output(flawed.root, "--format", "sarif")
    assert _output(other, "--format", "sarif") == first
    assert _output(other.parent, "--root", "a b", "--format", "sarif") == first
