"""Findings to render: a few that are hard to write down, and arbitrary ones."""

from hypothesis import strategies as st

from reportkit.check.findings import Findings, Suppressed
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity, Unchecked
from reportkit.model.location import Location, Position, SourceText
from reportkit.rules.registry import all_rules

TEXT = "# Größe\n\nThey walked [@a; @a] and\tsaw 木 [@b, p. 3].\nÄ line: 100%, so\n"


def place(filename, *numbers):
    """A place in a file: row and column of its start, then of its end."""
    row, column, end_row, end_column = numbers
    return Location(filename, Position(row, column), Position(end_row, end_column))


NAME = "chapters/größe, 5%: a.md"
TWICE = place(NAME, 3, 18, 3, 20)
FIX = Fix(Applicability.SAFE, "remove it", (Edit(place(NAME, 3, 16, 3, 20), ""),))
DIAGNOSTICS = (
    Diagnostic(
        "CIT003",
        "duplicate-key-in-group",
        Severity.WARNING,
        "`a` stands twice\nin one citation: 100%, really",
        TWICE,
        "Remove it.",
        "a",
        FIX,
        (Related(place(NAME, 3, 14, 3, 16), "first here"),),
        "f1",
    ),
    Diagnostic(
        "CIT001",
        "undefined-key",
        Severity.ERROR,
        "`b` <is> cited \x00\x1b[31m & \ufffe nowhere",
        place(NAME, 3, 34, 4, 3),
        "",
        "b",
        None,
        (),
        "f2",
    ),
)
KNOWN = Diagnostic(
    "DOC016", "raw-html", Severity.INFO, "raw HTML", place("b.md", 1, 1, 1, 1), fingerprint="f3"
)
SUPPRESSED = Suppressed(
    Diagnostic("CIT002", "unused-reference", Severity.WARNING, "unused", place("r.bib", 9, 1, 9, 5), "", "k"),
    "kept for the appendix",
    place("r.bib", 8, 1, 8, 40),
)
FINDINGS = Findings(
    DIAGNOSTICS,
    (NAME, "b.md", "clean.md", "r.bib"),
    ("EVI001",),
    (Unchecked("IDN001", "k", "it has no DOI"),),
    (SUPPRESSED,),
    (KNOWN,),
    Severity.ERROR,
    (SourceText(NAME, TEXT),),
)

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_CODES = st.sampled_from([rule.code for rule in all_rules()])
_POSITIONS = st.builds(Position, st.integers(1, 9999), st.integers(1, 9999))


def _locations(filename):
    return st.builds(Location, st.just(filename), _POSITIONS, _POSITIONS)


def _fixes(filename):
    edits = st.lists(st.builds(Edit, _locations(filename), _TEXTS), min_size=1, max_size=3).map(tuple)
    return st.builds(Fix, st.sampled_from(Applicability), _TEXTS, edits)


diagnostics = st.text(st.characters(exclude_categories=["C"]), min_size=1).flatmap(
    lambda filename: st.builds(
        Diagnostic,
        code=_CODES,
        name=_TEXTS,
        severity=st.sampled_from(Severity),
        message=_TEXTS,
        location=_locations(filename),
        hint=_TEXTS,
        subject=st.none() | _TEXTS,
        fix=st.none() | _fixes(filename),
        related=st.lists(st.builds(Related, _locations(filename), _TEXTS), max_size=2, unique=True).map(
            tuple
        ),
        fingerprint=st.from_regex("[0-9a-f]{32}", fullmatch=True),
    )
)
_suppressed = st.builds(Suppressed, diagnostics, _TEXTS, _locations("s.md"))
findings = st.builds(
    Findings,
    diagnostics=st.lists(diagnostics, max_size=3).map(tuple),
    files=st.lists(_TEXTS, unique=True, max_size=3).map(tuple),
    not_applicable=st.lists(_CODES).map(tuple),
    unchecked=st.lists(st.builds(Unchecked, _CODES, _TEXTS, _TEXTS), max_size=2).map(tuple),
    suppressed=st.lists(_suppressed, max_size=2).map(tuple),
    known=st.lists(diagnostics, max_size=1).map(tuple),
    fail_level=st.sampled_from(Severity),
)
