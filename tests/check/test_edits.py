from reportkit.check.edits import apply_fixes
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import SourceText, Span

SOURCE = SourceText("a.md", "one\ntwo three\n")


def _fixable(*edits):
    places = [SOURCE.locate(Span(start, end)) for start, end, _ in edits]
    contents = [content for _, _, content in edits]
    fix = Fix(Applicability.SAFE, "mend", tuple(map(Edit, places, contents)))
    return Diagnostic("XYZ1", "flaw", Severity.ERROR, "flawed", places[0], fix=fix), fix


def test_edits_of_several_fixes():
    """Fixes at different places are all made, and each change says what stood there."""
    text, changes = apply_fixes(SOURCE, [_fixable((0, 3, "1")), _fixable((8, 13, "3"), (4, 4, ">"))])
    assert text == "1\n>two 3\n"
    assert [(str(change.location), change.old, change.new) for change in changes] == [
        ("a.md:1:1", "one", "1"),
        ("a.md:2:5", "three", "3"),
        ("a.md:2:1", "", ">"),
    ]


def test_touching_fixes():
    """Of two fixes that touch, the second waits, all of its edits together."""
    text, changes = apply_fixes(SOURCE, [_fixable((4, 7, "2")), _fixable((7, 8, "_"), (0, 3, "1"))])
    assert text == "one\n2 three\n"
    assert len(changes) == 1


def test_many_fixes():
    """The last of many edits is made as quickly as the first, in whatever order they come."""
    source = SourceText("a.md", "ab" * 20_000)
    place = [source.locate(Span(at, at + 1)) for at in range(0, 40_000, 2)]
    fixable = []
    for at in [*place[::2], *reversed(place[1::2])]:
        fix = Fix(Applicability.SAFE, "mend", (Edit(at, "x"),))
        fixable.append((Diagnostic("XYZ1", "flaw", Severity.ERROR, "flawed", at, fix=fix), fix))
    text, changes = apply_fixes(source, fixable)
    assert text == "xb" * 20_000
    assert len(changes) == 20_000
