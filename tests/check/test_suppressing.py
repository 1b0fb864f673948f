"""What remarks suppress in chapters, bibliographies and the evidence, and what they cannot."""

import pytest

from reportkit.check.suppressing import sift
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position
from reportkit.model.suppression import Row, Stretch, Suppression
from reportkit.project.check import check_project
from reportkit.project.request import Request
from tests.rules.projects import write_project

BIB = """\
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
"""
SAID = "ignore[CIT001] not public yet"


def _place(filename, *numbers):
    return Location(filename, Position(*numbers[:2]), Position(*numbers[2:]))


def _check(root, files, **request):
    files = {"references.bib": BIB, **files}
    write_project(root, files)
    return check_project(Request(root, **request))


def _keys(root, chapter):
    """The unknown keys that are told, and those that are suppressed."""
    findings = _check(root, {"chapters/10-results.md": f"Known [@nguyen2021].\n\n{chapter}"})
    told = [d.subject for d in findings.diagnostics if d.code == "CIT001"]
    return told, [s.diagnostic.subject for s in findings.suppressed]


@pytest.mark.parametrize(
    ("chapter", "suppressed"),
    [
        pytest.param("A [@a].\n\n<!-- rk: SAID -->\nB [@b]\nand [@c].\n\nD [@d].\n", "b c", id="block below"),
        pytest.param("A [@a].\n\n<!-- rk: SAID -->\n\nB [@b].\n\nC [@c].\n", "b", id="below a blank line"),
        pytest.param("A [@a]. <!-- rk: SAID -->\n\nB [@b].\n", "a", id="behind a paragraph"),
        pytest.param("A [@a]\nor <!-- rk: SAID --> [@b]\nor [@c].\n\nD [@d].\n", "a b c", id="within prose"),
        pytest.param("A [@a]\n<!-- rk: SAID -->\nB [@b].\n\nC [@c].\n", "a b", id="between two lines"),
        pytest.param("- A [@a].\n- B [@b]. <!-- rk: SAID -->\n- C [@c].\n", "b", id="in a list item"),
        pytest.param("<!-- rk: SAID -->\n- A [@a].\n- B [@b].\n\nC [@c].\n", "a b", id="above a list"),
        pytest.param("<!-- rk: SAID -->\n# A [@a]\n\nB [@b].\n", "a", id="above a heading"),
        pytest.param("<!-- rk: SAID -->\n<!-- else -->\nA [@a].\n\nB [@b].\n", "a", id="above a comment"),
        pytest.param(
            "<!-- rk: SAID -->\n| a |\n|---|\n| [@a] |\n| [@b] |\n\n: Names [@c]\n\nD [@d].\n",
            "a b",
            id="above a table",
        ),
        pytest.param(
            "N[^1] [@x].\n\n<!-- rk: SAID -->\n[^1]: A [@a].\n\n    B [@b].\n\nC [@c].\n",
            "a b",
            id="footnote",
        ),
        pytest.param("A [@a].\n\n<!-- rk: off[CIT001] no -->\n\nB [@b].\n\nC [@c].\n", "b c", id="off"),
        pytest.param(
            "<!-- rk: off[CIT001] no -->\n\nB [@b].\n\n<!-- rk: on -->\n\nC [@c].\n", "b", id="off, on"
        ),
        pytest.param(
            "<!-- rk: off[CIT001] no -->\n\nB [@b].\n\n<!-- rk: on[CIT002] -->\n\nC [@c].\n",
            "b c",
            id="on for another rule",
        ),
        pytest.param("A [@a].\n\n<!-- rk: file-ignore[CIT001] no -->\n\nB [@b].\n", "a b", id="whole file"),
        pytest.param("<!-- rk: ignore[cit001, CIT002] no -->\nA [@a].\n", "a", id="several codes"),
        pytest.param("<!-- rk: ignore[CIT] no -->\nA [@a].\n", "", id="no code but a group"),
        pytest.param("<!-- rk: ignore no -->\nA [@a].\n", "", id="no code"),
        pytest.param("`<!-- rk: SAID -->`\n\nA [@a].\n", "", id="code is no comment"),
        pytest.param("A [@a].\n\n<!-- rk: SAID -->\n", "", id="nothing below"),
        pytest.param("<!-- rk: ignore[CIT001]\nnot\nyet -->\nA [@a].\n", "a", id="over several lines"),
    ],
)
def test_scope(tmp_path, chapter, suppressed):
    """A remark is about the block below it, about what it stands in, about a stretch or about the file."""
    told, found = _keys(tmp_path, chapter.replace("SAID", SAID))
    assert found == suppressed.split()
    assert not set(told) & set(found)


@pytest.mark.parametrize(
    ("remark", "suppressed"),
    [
        ("% rk: ignore[BIB007] a poster\n@article{a,", "a"),
        ("% rk: ignore[BIB007] a poster\n% more\n\n@article{a,", "a"),
        ("%rk: file-ignore[BIB007] all are posters\n\n@article{a,", "a b"),
        ("% rk: off[BIB007] posters\n@article{a,", "a b"),
        ("% nothing\n@article{a,", ""),
    ],
)
def test_bibliography(tmp_path, remark, suppressed):
    """In BibTeX a line is about the entry below it, whatever blank lines that has."""
    entries = "@article{a,\n\n  title = {A},\n  year = {2001},\n}\n@article{b, title = {B}, year = {2001}}\n"
    files = {"references.bib": entries.replace("@article{a,", remark), "chapters/10-a.md": "A [@a; @b].\n"}
    findings = _check(tmp_path, files, select=("BIB007",))
    assert sorted({s.diagnostic.subject for s in findings.suppressed}) == suppressed.split()
    assert {s.diagnostic.subject for s in findings.suppressed}.isdisjoint(
        d.subject for d in findings.diagnostics
    )


EVIDENCE = {
    "chapters/10-results.md": "Half could walk [50%]{ev=bones.walking} [@nguyen2021].\n",
    "evidence/studies.yaml": (
        "studies:\n- id: bones\n  name: BONES\n  cohorts: [{id: all, label: all}]\n"
        "  reports: [{reference: nguyen2021, role: primary}]\n"
    ),
    "evidence/results.csv": (
        "id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words\n"
        "bones.walking,bones,all,walking,proportion,10,20,55,%,nguyen2021,bones.example,Table 2,could walk\n"
    ),
}


@pytest.mark.parametrize(("subject", "suppressed"), [("bones.walking", 1), ("bones", 0)])
def test_evidence(tmp_path, subject, suppressed):
    """Beside the evidence a list names the rows; what a chapter says of such a row is told all the same."""
    record = f"suppressions:\n- code: NUM001\n  subject: {subject}\n  reason: printed so\n"
    findings = _check(tmp_path, {**EVIDENCE, "evidence/suppressions.yaml": record})
    assert len([s for s in findings.suppressed if s.diagnostic.code == "NUM001"]) == suppressed
    assert "NUM009" in {d.code for d in findings.diagnostics}


def test_what_cannot_be_read_is_told(tmp_path):
    """An error about reading stays, and the remark says that it is of no use."""
    broken = "% rk: ignore[BIB001] known\n@article{a, title = {A} year = 2001}\n"
    files = {"references.bib": BIB + broken, "chapters/10-a.md": "A [@a; @nguyen2021].\n"}
    findings = _check(tmp_path, files, select=("BIB001",))
    assert [d.code for d in findings.diagnostics] == ["RKT001", "BIB001"]
    assert findings.diagnostics[0].message.startswith("findings of `BIB001` are always told")


def test_unused_is_not_told_of_rules_that_did_not_run(tmp_path):
    """Of a rule that is not selected, or has nothing to look at, nobody knows what it would have found."""
    chapter = "<!-- rk: ignore[EVI001, CIT001] no -->\nA [@nguyen2021].\n"
    files = {"chapters/10-a.md": chapter}
    assert [d.subject for d in _check(tmp_path, files).diagnostics] == ["CIT001"]
    assert _check(tmp_path, files, select=("BIB",)).diagnostics == ()
    assert _check(tmp_path, files, ignore=("RKT001",)).diagnostics == ()


def test_unused_waits_for_what_cannot_be_read(tmp_path):
    """A bibliography that is not there mutes unknown keys; their suppressions may well be needed."""
    files = {"references.bib": "", "chapters/10-a.md": "<!-- rk: ignore[CIT001] no -->\nA [@a].\n"}
    assert [d.code for d in _check(tmp_path, files).diagnostics] == ["RKT004"]


_MANY = 5000


def _suppression(code, scope):
    nowhere = Location.top("s.md")
    return Suppression((code,), "known", scope, nowhere, nowhere)


def test_many():
    """A suppression for each of thousands of findings is no reason to wait."""
    places = [_place("a.md", row, 1, row, 9) for row in range(1, _MANY + 1)]
    found = [Diagnostic("CIT001", "flaw", Severity.ERROR, "flawed", at) for at in places]
    asked_for = [_suppression("CIT001", Stretch(at)) for at in places[::2]]
    asked_for += [_suppression("CIT002", Row("evidence", str(row))) for row in range(_MANY)]
    sifted = sift(found, asked_for)
    assert len(sifted.suppressed) == len(sifted.told) == _MANY // 2


def test_nearest_reason():
    """Of several suppressions the one that begins last gives the reason; all were of use."""
    wide = _suppression("CIT001", Stretch(_place("a.md", 1, 1, 99, 1)))
    near = Suppression(("CIT001",), "here", Stretch(_place("a.md", 3, 1, 4, 1)), *wide_places(wide))
    found = [Diagnostic("CIT001", "flaw", Severity.ERROR, "flawed", _place("a.md", 3, 5, 3, 6))]
    sifted = sift(found, [near, wide])
    assert [s.reason for s in sifted.suppressed] == ["here"]
    assert sifted.used == {(near, "CIT001"), (wide, "CIT001")}


def wide_places(suppression):
    """Where a suppression stands."""
    return suppression.location, suppression.codes_location


@pytest.mark.parametrize(
    ("remark", "told", "hint"),
    [
        ("on[DOC999]", "this remark suppresses nothing", "Write `rk: ignore[CODE] reason`"),
        ("ignor[CIT001] why", "this remark suppresses nothing", "Write `rk: ignore[CODE] reason`"),
        ("ignore CIT001 why", "this remark suppresses nothing", "Write `rk: ignore[CODE] reason`"),
        ("ignore[CIT999] why", "there is no rule `CIT999`", "Did you mean"),
        ("off[CIT01] why", "there is no rule `CIT01`", "Did you mean"),
        ("ignore[CIT] why", "there is no rule `CIT`", "Write the codes of single rules"),
        ("ignore[undefined-key] why", "there is no rule `UNDEFINED-KEY`", "Write its code, `CIT001`."),
    ],
)
def test_remark_that_is_misspelt(tmp_path, remark, told, hint):
    """It is one finding, says what to write, and is left to its author."""
    chapter = f"Known [@nguyen2021].\n\n<!-- rk: {remark} -->\n\nText.\n"
    (found,) = _check(tmp_path, {"chapters/10-results.md": chapter}).diagnostics
    assert (found.code, found.message, found.fix) == ("RKT001", told, None)
    assert found.hint.startswith(hint)
