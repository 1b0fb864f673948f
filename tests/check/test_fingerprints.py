from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.fingerprints import with_fingerprints
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position, SourceText

LINES = ["They walked.", "They walked.", "", "They ran [@a].", "A  tab\tand more."]
PLACES = st.lists(st.integers(1, len(LINES)), max_size=8)


def _found(row, name="a.md", code="CIT001", subject="k"):
    return Diagnostic(
        code,
        "flaw",
        Severity.ERROR,
        "flawed",
        Location(name, Position(row, 1), Position(row, 2)),
        subject=subject,
    )


def _fingerprints(found, lines=LINES, name="a.md"):
    source = SourceText(name, "\n".join(lines))
    return [d.fingerprint for d in with_fingerprints(found, [source])]


@given(PLACES)
def test_each_has_its_own(rows):
    """No two findings share a fingerprint, however equal they are."""
    found = _fingerprints([_found(row) for row in sorted(rows)])
    assert len(set(found)) == len(rows)


@given(PLACES, st.lists(st.sampled_from(["", "Other words.", "Still others."]), min_size=10, max_size=10))
def test_lines_above(rows, above):
    """Ten lines above change no fingerprint."""
    rows.sort()
    moved = _fingerprints([_found(row + 10) for row in rows], [*above, *LINES])
    assert moved == _fingerprints([_found(row) for row in rows])


def test_what_counts():
    """Code, subject and line make the finding; spacing and the name of the file do not."""
    (one,) = _fingerprints([_found(5)])
    assert _fingerprints([_found(5)], [*LINES[:4], " A tab and   more. "]) == [one]
    assert _fingerprints([_found(5, "b.md")], name="b.md") == [one]
    assert _fingerprints([_found(5)], [*LINES[:4], "Another line."]) != [one]
    assert _fingerprints([_found(5, code="CIT002")]) != [one]
    assert _fingerprints([_found(5, subject="m")]) != [one]


def test_without_a_line():
    """A file that is not there is told from another one."""
    one, other = _fingerprints([_found(1, "x.bib"), _found(1, "y.bib")])
    assert one != other
    assert _fingerprints([_found(1, "y.bib"), _found(1, "x.bib")]) == [other, one]
