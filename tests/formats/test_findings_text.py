import pytest
from hypothesis import given, settings

from reportkit.check.findings import Findings
from reportkit.formats.findings import find_form, form_names
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity, Unchecked
from reportkit.model.location import Location, Position, SourceText
from tests.formats.samples import KNOWN, SUPPRESSED, findings, place

PLACE = Location("a b.md", Position(3, 4), Position(3, 9))
FIX = Fix(Applicability.UNSAFE, "write it anew", (Edit(PLACE, "x"),))


def _findings(*severities, fix=None):
    found = [Diagnostic("CIT001", "flaw", s, "flawed: here", PLACE, "Mend it.", fix=fix) for s in severities]
    return Findings(tuple(found), ("a b.md",))


def _full(text, location, **more):
    found = Diagnostic("CIT001", "flaw", Severity.ERROR, "flawed", location, **more)
    findings = Findings((found,), ("a.md",), sources=(SourceText("a.md", text),))
    return find_form("full")(findings).splitlines()[:-2]


def test_names():
    """Every module is a form, called by its name with hyphens."""
    assert {"concise", "full", "github", "json-lines", "sarif", "text"} <= set(form_names())
    assert all(callable(find_form(name)) for name in form_names())


@pytest.mark.parametrize("name", form_names())
@settings(max_examples=20)
@given(findings=findings)
def test_any_findings(name, findings):
    """Whatever was found can be written in every form, and ends with its line."""
    text = find_form(name)(findings)
    assert text.endswith("\n") or (name == "json-lines" and not findings.diagnostics)


def test_text():
    """A finding is two lines, place and message and below the hint; the last line counts by weight."""
    findings = _findings(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO)
    assert find_form("text")(findings) == (
        "a b.md:3:4: CIT001 flawed: here\n    Mend it.\n" * 4 + "1 error, 2 warnings, 1 remark in 1 file\n"
    )


def test_what_is_not_told_is_counted():
    """The last line counts what was suppressed, is known or could not be judged."""
    findings = Findings((), ("a.md",), (), (Unchecked("CIT001", "k", "no"),) * 3, (SUPPRESSED,), (KNOWN,) * 2)
    assert find_form("text")(findings) == (
        "no findings in 1 file; 1 suppressed; 2 in the baseline; 3 unchecked\n"
    )


def test_concise():
    """One line for each finding, with a star where there is a fix."""
    assert find_form("concise")(_findings(Severity.ERROR, fix=FIX)) == (
        "a b.md:3:4: CIT001[*] flawed: here\n1 error in 1 file; 1 with `--unsafe-fixes`\n"
    )


def test_grouped():
    """Findings stand under their file, the messages below each other."""
    one, two = place("a.md", 3, 4, 3, 5), place("a.md", 10, 12, 10, 13)
    other = place("b.md", 1, 1, 1, 1)
    found = [Diagnostic("CIT001", "flaw", Severity.ERROR, "flawed", at) for at in (one, two, other)]
    assert find_form("grouped")(Findings(tuple(found), ("a.md", "b.md"))) == (
        "a.md:\n  3:4    CIT001 flawed\n  10:12  CIT001 flawed\n\n"
        "b.md:\n  1:1  CIT001 flawed\n\n3 errors in 2 files\n"
    )


def test_statistics():
    """Rules are counted, the most frequent first."""
    found = [Diagnostic(code, "", Severity.ERROR, "", PLACE) for code in ("CIT003", *["CIT001"] * 10)]
    found.append(Diagnostic("BIB007", "", Severity.ERROR, "", PLACE, fix=FIX))
    assert find_form("statistics")(Findings(tuple(found))) == (
        "10  CIT001     undefined-key\n"
        " 1  BIB007[*]  missing-required-field\n"
        " 1  CIT003     duplicate-key-in-group\n"
        "12 errors in 0 files; 1 with `--unsafe-fixes`\n"
    )


def test_full():
    """The line with a mark below the place, then what helps."""
    related = (Related(place("b.md", 9, 1, 9, 2), "first here"),)
    lines = _full(
        "\n" * 9 + "one two three\n", place("a.md", 10, 5, 10, 8), hint="Mend it.", fix=FIX, related=related
    )
    assert lines == [
        "CIT001[*] flaw (error): flawed",
        "  --> a.md:10:5",
        "   |",
        "10 | one two three",
        "   |     ^^^",
        "   = help: Mend it.",
        "   = fix (unsafe): write it anew",
        "   = see b.md:9:1: first here",
    ]


@pytest.mark.parametrize(
    ("line", "place", "shown", "mark"),
    [
        ("a\tbc d", (1, 3, 1, 5), "a bc d", "  ^^"),
        ("木木 key", (1, 4, 1, 7), "木木 key", "     ^^^"),
        ("木木 key", (1, 1, 1, 3), "木木 key", "^^^^"),
        ("Gro\u0308ße", (1, 5, 1, 7), "Gro\u0308ße", "   ^^"),
        ("one", (1, 4, 1, 4), "one", "   ^"),
        ("one", (1, 2, 2, 5), "one", " ^^"),
        ("a\x1b[31mb", (1, 7, 1, 8), "a [31mb", "      ^"),
    ],
)
def test_mark(line, place, shown, mark):
    """The mark stands below its characters, however wide they are; no character moves another."""
    lines = _full(f"{line}\nmore and more\n", Location("a.md", Position(*place[:2]), Position(*place[2:])))
    assert lines[3:5] == [f"1 | {shown}", f"  | {mark}"]


def test_long_line():
    """Of a line as long as a paragraph the part around the place is shown."""
    line = "word " * 200 + "here " + "word " * 200
    lines = _full(line, place("a.md", 1, 1001, 1, 1005))
    assert len(lines[3]) < 110
    start = lines[4].index("^")
    assert lines[3][start : start + 4] == "here"


def test_no_line():
    """Where there is no text to show, the place is all."""
    assert _full("", Location.top("a.md")) == ["CIT001 flaw (error): flawed", " --> a.md:1:1"]
    assert _full("", Location.top("b.md")) == ["CIT001 flaw (error): flawed", " --> b.md:1:1"]
