from dataclasses import replace

import pytest

from reportkit.check.selection import Selection, parse_codes
from reportkit.rules.registry import find_rule, unknown_words


def _rule(code):
    rule = find_rule(code)
    assert rule is not None
    return rule


@pytest.mark.parametrize(
    ("select", "ignore", "code", "runs"),
    [
        ((), (), "CIT001", True),
        (("CIT",), (), "CIT001", True),
        (("CIT",), (), "BIB007", False),
        (("CIT",), (), "RKT004", True),
        (("CIT",), ("RKT004",), "RKT004", False),
        ((), ("CIT",), "CIT001", False),
        (("CIT001",), ("CIT",), "CIT001", True),
        (("CIT",), ("CIT001",), "CIT001", False),
        (("CIT001",), ("CIT001",), "CIT001", False),
        (("ALL",), ("BIB",), "BIB007", False),
        (("ALL",), ("BIB",), "CIT001", True),
        ((), ("ALL", "RKT", "RKT005"), "RKT005", True),
    ],
)
def test_longer_prefix_decides(select, ignore, code, runs):
    """The longer of two matching prefixes decides, `ignore` wins a draw, and RKT rules need no selecting."""
    assert (_rule(code) in Selection(select, ignore)) is runs


@pytest.mark.parametrize(("select", "runs"), [((), False), (("CIT",), False), (("CIT001",), True)])
def test_preview_needs_its_code(select, runs):
    """A rule in preview runs only when its whole code is selected."""
    assert (replace(_rule("CIT001"), preview=True) in Selection(select)) is runs


def test_unknown_words():
    """Words that begin no rule's code are named, each once and in order."""
    assert unknown_words(["CIT", "XYZ", "all", "AL", "CIT0O1", "XYZ"]) == ("XYZ", "AL", "CIT0O1")


def test_parse_codes():
    """Codes are separated by commas, in any case, blanks do not count."""
    assert parse_codes(" cit001, BIB ,,") == ("CIT001", "BIB")


@pytest.mark.parametrize(
    ("code", "filename", "left_out"),
    [
        ("CIT001", "chapters/90-notes.md", True),
        ("CIT001", "chapters/10-notes.md", False),
        ("BIB001", "chapters/90-notes.md", False),
        ("BIB001", "old/refs.bib", True),
        ("RKT005", "old/refs.bib", False),
    ],
)
def test_files(code, filename, left_out):
    """Rules are left out by patterns of file names; a failure of reportkit itself is not."""
    selection = Selection(per_file={"chapters/9*": ("CIT",), "old/*": ("ALL",)})
    assert selection.leaves_out(code, filename) is left_out
