from reportkit.check.findings import Findings
from reportkit.formats.findings.text import render_text
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position

PLACE = Location("a b.md", Position(3, 4), Position(3, 9))


def _findings(*severities):
    found = [Diagnostic("XYZ001", "flaw", s, "flawed: here", PLACE, "Mend it.") for s in severities]
    return Findings(tuple(found), ("a b.md",))


def test_plain():
    """A finding is two lines, place and message and below the hint; the last line counts by weight."""
    assert render_text(_findings(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO)) == (
        "a b.md:3:4: XYZ001 flawed: here\n    Mend it.\n" * 4 + "1 error, 2 warnings, 1 remark in 1 file\n"
    )


def test_colour():
    """In colour the place is bold and the code has the colour of its weight; the words stay the same."""
    text = render_text(_findings(Severity.WARNING), colour=True)
    assert text.startswith("\033[1ma b.md:3:4\033[0m: \033[33mXYZ001\033[0m flawed: here\n")
    for code in ("\033[1m", "\033[33m", "\033[0m"):
        text = text.replace(code, "")
    assert text == render_text(_findings(Severity.WARNING))
