import os
import pty
import re
import subprocess
import sys

import pytest

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


def _seen(*arguments, **environment):
    """What a command writes to a terminal."""
    lead, follow = pty.openpty()
    command = [sys.executable, "-m", "reportkit", *arguments]
    variables = {**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment}
    subprocess.run(command, stdout=follow, stderr=follow, check=False, env=variables)
    os.close(follow)
    seen = b""
    while part := _part(lead):
        seen += part
    os.close(lead)
    return seen.decode()


def _part(lead):
    try:
        return os.read(lead, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_terminal(project):
    """At a terminal there is colour, unless its owner wants none; in a pipe there never is."""
    project.change("chapters/10-results.md", "@nguyen2021", "@nguyen2012")
    assert "\033[31mCIT001\033[0m" in _seen("check", NO_COLOR="")
    assert "\033" not in _seen("check", NO_COLOR="1")
    piped = subprocess.run([sys.executable, "-m", "reportkit", "check"], capture_output=True, check=False)
    assert b"\033" not in piped.stdout


def test_page():
    """At a terminal a rule's page is laid out."""
    page = _seen("rule", "CIT001", NO_COLOR="")
    assert "\033" in page
    assert "## Why it matters" not in page
    assert "Why it matters" in page
    assert "## Why it matters" in _seen("rule", "CIT001", NO_COLOR="1")
