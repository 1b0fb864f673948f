import io
import re
import subprocess
import sys

import pytest

from reportkit.cli.main import main
from reportkit.cli.terminal import coloured
from reportkit.formats.findings import find_form
from tests.formats.samples import FINDINGS

STYLE = re.compile(r"\033\[[\d;]*m")


@pytest.mark.parametrize("form", ["text", "concise", "full", "grouped", "statistics"])
def test_the_words_stay(form):
    """Colour adds nothing but colour."""
    text = STYLE.sub("", find_form(form)(FINDINGS))
    assert STYLE.sub("", coloured(text)) == text
    assert coloured(text) != text


def test_colours():
    """Places are bold, codes have the colour of their weight, marks stand out."""
    assert coloured("a b.md:3:4: CIT001 flawed: here\n    Mend it.\n") == (
        "\033[1ma b.md:3:4: \033[0m\033[31mCIT001\033[0m flawed: here\n    Mend it.\n"
    )
    assert coloured("  3:4  CIT003[*] x\n") == "\033[1m  3:4  \033[0m\033[33mCIT003\033[0m[*] x\n"
    assert coloured("  |   ^^\n") == "  |   \033[1m^^\033[0m\n"
    assert coloured("3:4: XYZ999 x") == "3:4: XYZ999 x"


class _Terminal(io.StringIO):
    """Where a person reads along; a real one is more than a bare machine offers."""

    def isatty(self):
        return True


@pytest.fixture
def seen(monkeypatch):
    """Runs a command at a terminal and gives what is seen there."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments, no_colour):
        terminal = _Terminal()
        monkeypatch.setenv("NO_COLOR", no_colour)
        monkeypatch.setattr(sys, "stdout", terminal)
        main(list(arguments))
        return terminal.getvalue()

    return run


def test_what_is_remembered_has_the_same_colours(project, seen):
    """A check of what has not changed shows the same to the last byte."""
    project.change("chapters/10-results.md", "@nguyen2021", "@nguyen2012")
    first = seen("check", no_colour="")
    assert "\033[31mCIT001\033[0m" in first
    assert seen("check", no_colour="") == first
    assert seen("check", "--no-cache", no_colour="") == first


def test_terminal(project, seen):
    """At a terminal there is colour, unless its owner wants none; in a pipe there never is."""
    project.change("chapters/10-results.md", "@nguyen2021", "@nguyen2012")
    assert "\033[31mCIT001\033[0m" in seen("check", no_colour="")
    assert "\033" not in seen("check", no_colour="1")
    piped = subprocess.run([sys.executable, "-m", "reportkit", "check"], capture_output=True, check=False)
    assert b"\033" not in piped.stdout


def test_page(seen):
    """At a terminal a rule's page is laid out."""
    page = seen("rule", "CIT001", no_colour="")
    assert "\033" in page
    assert "## Why it matters" not in page
    assert "Why it matters" in page
    assert "## Why it matters" in seen("rule", "CIT001", no_colour="1")
