"""One mistake, one finding: what follows from a mistake is not reported beside it."""

import pytest

from reportkit.formats.findings.text import line
from reportkit.project.check import check_project
from reportkit.project.request import Request

RESULTS, LIMITS, BIB = "chapters/10-results.md", "chapters/20-limits.md", "references.bib"
ROWS, STUDIES, ITEM = "evidence/results.csv", "evidence/studies.yaml", "evidence/items/walking.yaml"

SECOND_ENTRY = """
@book{rossi2019,
  author = {Rossi, Bea},
  title  = {Casts for children},
  year   = {2019},
  isbn   = {978-0-306-40615-7},
}
"""


@pytest.fixture
def review(project):
    """A review with two chapters, two sources, a table and cross-references, without a finding."""
    project.write(BIB, project.read(BIB) + SECOND_ENTRY)
    project.write(
        RESULTS,
        project.read(RESULTS) + "\nSee @tbl:walking and @sec:limits.\n\n"
        "::: {#tbl:walking .table item=walking}\n:::\n\n![A cast](cast.png)\n",
    )
    project.write(LIMITS, "# Limits {#sec:limits}\n\nFew were asked [@rossi2019; @nguyen2021].\n")
    project.write(ITEM, "kind: table\nbuilder: outcomes\ncaption: Who walked.\nrows: [bones.walking]\n")
    (project.root / "cast.png").write_bytes(b"")
    return project


def _lines(project):
    return [line(d) for d in check_project(Request(project.root)).diagnostics]


def test_nothing_planted(review):
    """The review into which the faults are planted has none."""
    assert _lines(review) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        (LIMITS, "@rossi2019", "@rossi2018", f"{LIMITS}:3:17: CIT001 "),
        (LIMITS, "@rossi2019; @ng", "@rossi2019, @ng", f"{LIMITS}:3:29: CIT005 "),
        (LIMITS, "2021]", "2021; @rossi2019]", f"{LIMITS}:3:42: CIT003 "),
        (LIMITS, "asked [", "asked at https://bones.example/@hill [", f"{LIMITS}:3:41: CIT009 "),
        (LIMITS, "Few were asked [@rossi2019;", "@rossi2019. Few [", f"{LIMITS}:3:1: CIT011 "),
        (LIMITS, "Few", "<script>x()</script>\n\nFew", f"{LIMITS}:3:1: DOC016 "),
        (LIMITS, "{#sec:limits}", "{#sec:limit}", f"{RESULTS}:5:22: XRF001 "),
        (LIMITS, "Few", "# More {#tbl:walking}\n\nFew", f"{LIMITS}:3:10: XRF002 "),
        (LIMITS, "Few", "In all, 12.5% died.\n\nFew", f"{LIMITS}:3:9: NUM024 "),
        (RESULTS, "item=walking", "item=wolking", f"{RESULTS}:7:1: XRF001 "),
        (RESULTS, "{#tbl:walking .table", "{.table", f"{RESULTS}:5:5: XRF001 "),
        (RESULTS, "::: {#tbl:walking .table item=walking}\n:::\n", "", f"{RESULTS}:5:5: XRF001 "),
        (RESULTS, "cast.png", "kast.png", f"{RESULTS}:10:11: XRF006 "),
        (RESULTS, "[50%]", "[51%]", f"{RESULTS}:3:15: NUM009 "),
        (RESULTS, "ev=bones.walking", "ev=bones.walkin", f"{RESULTS}:3:23: EVI002 "),
        (RESULTS, "again [@nguyen2021]", "again [@rossi2019]", f"{RESULTS}:3:14: EVI003 "),
        (BIB, "{Journal of Small Bones},", "{Journal of Small Bones}", f"{BIB}:4:37: BIB001 "),
        (BIB, "{Walking after casts}", "{Walking after casts", f"{BIB}:3:13: BIB001 "),
        (BIB, "@book{", "@misc{nguyen2021, title = {Legs}}\n@book{", f"{BIB}:9:7: BIB002 "),
        (BIB, "{nguyen2021,", "{,", f"{BIB}:1:10: BIB004 "),
        (BIB, "  doi", "  year    = {2021},\n  doi", f"{BIB}:6:3: BIB006 "),
        (BIB, "  journal = {Journal of Small Bones},\n", "", f"{BIB}:1:10: BIB007 "),
        (BIB, " and Rossi", "; Rossi", f"{BIB}:2:24: BIB010 "),
        (BIB, " and Rossi, Bea", " et al.", f"{BIB}:2:25: BIB011 "),
        (BIB, "10.1000", "10.100", f"{BIB}:6:14: IDN001 "),
        (BIB, "40615-7", "40615-8", f"{BIB}:13:13: IDN007 "),
        (STUDIES, "name: BONES", "name: BONES: one", f"{STUDIES}:3:14: RKT009 "),
        (STUDIES, "reference: nguyen2021", "reference: nguyen2012", f"{STUDIES}:2:3: TAB005 "),
        (STUDIES, "name: BONES", "name: BONES\n  registrations: [NCT0123456]", f"{STUDIES}:2:3: IDN013 "),
        (ROWS, "id,study,", "id,studdy,", f"{ROWS}:1:4: TAB001 "),
        (ROWS, ",locator,", ",locater,", f"{ROWS}:1:199: TAB001 "),
        (ROWS, "bones.walking,bones,", "bones.walking,bone,", f"{ROWS}:2:15: TAB016 "),
        (ROWS, ",10,20,", ",30,20,", f"{ROWS}:2:56: NUM002 "),
        (ROWS, ",10,20,", ",1o,20,", f"{ROWS}:2:56: TAB002 "),
        (ROWS, "proportion", "proportoin", f"{ROWS}:2:45: TAB003 "),
        (ROWS, ",nguyen2021,", ",nguyen2012,", f"{ROWS}:2:78: TAB005 "),
        (ROWS, ",nguyen2021,", ",,", f"{ROWS}:2:78: TAB004 "),
        (ROWS, ",Table 2,", ",,", f"{ROWS}:2:104: EVI001 "),
        (ROWS, "all children,", '"all children,', f"{ROWS}:2:23: RKT009 "),
        (ITEM, "outcomes", "outcome", f"{ITEM}:1:1: TAB003 "),
        (ITEM, "caption:", "caption: Table:", f"{ITEM}:3:15: RKT009 "),
        (ITEM, "[bones.walking]", "[bones.wolking]", f"{ITEM}:4:8: TAB005 "),
    ],
)
def test_planted_fault(review, name, old, new, found):
    """Each mistake is found with file, row, column and code, and nothing else is."""
    review.change(name, old, new)
    lines = _lines(review)
    assert len(lines) == 1, lines
    assert lines[0].startswith(found)


@pytest.mark.parametrize("content", [None, b"", b"% nothing yet\n", b"\xff\xfe"])
def test_bibliography_that_cannot_be_used(review, content):
    """A bibliography that is missing, empty or no text is one finding, not one for each citation."""
    path = review.root / BIB
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    (found,) = _lines(review)
    assert found.startswith((f"{BIB}:1:1: RKT004 ", f"{BIB}:1:1: RKT007 "))


@pytest.mark.parametrize("name", [RESULTS, LIMITS, ROWS, STUDIES, ITEM])
def test_file_that_is_no_text(review, name):
    """A file with a byte that is not UTF-8 is one finding, whatever hangs on the file."""
    path = review.root / name
    path.write_bytes(path.read_bytes() + b"\xe4\n")
    (found,) = _lines(review)
    assert found.startswith(f"{name}:")
    assert " RKT007 " in found


@pytest.mark.parametrize(
    ("name", "flaw"),
    [
        ("chapters/20-more.md", "`20-limits.md` has the same number"),
        ("chapters/20-Limits.md", "the name differs from `20-Limits.md` in case"),
        ("chapters/30-{x}.md", "may not hold braces"),
        ("chapters/-30-x.md", "may not begin with a hyphen"),
        ("chapters/more.md", "has to be a number"),
    ],
)
def test_chapter_names(review, name, flaw):
    """A chapter name that the build could not deal with is one finding."""
    review.write(name, "# More\n\nMore were asked.\n")
    (found,) = _lines(review)
    assert " RKT008 " in found
    assert flaw in found


def test_names_that_work(review):
    """Blanks and letters beyond ASCII in a chapter's name are no fault, and findings name it as it is."""
    review.write("chapters/30-größe und gewicht.md", "# Size\n\nThey grew [@none].\n")
    (found,) = _lines(review)
    assert found.startswith("chapters/30-größe und gewicht.md:3:12: CIT001 ")
