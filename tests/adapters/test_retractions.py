import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.retractions import read_retractions
from reportkit.model.diagnostic import Fault
from reportkit.model.locks import Nature, RetractionSnapshot

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,"
    "RetractionNature,Reason,Paywalled,Notes,\n"
)
EMPTY = "," * 20 + "\n"
NAME = "retraction.lock.csv"


def row(
    doi: str = "10.1000/bones.12",
    pmid: str = "0",
    day: str = "3/9/2021 0:00",
    nature: str = "Retraction",
    *,
    title: str = "Walking",
) -> str:
    """A row as the database has it."""
    return (
        f'7,{title},(HSC) Bones;,"Clinic, Lower River;",Journal of Small Bones,Bone Press,Norway,An Nguyen;,,'
        f"Research Article;,{day},10.1000/notice.1,0,1/5/2020 0:00,{doi},{pmid},{nature},"
        "+Rogue Editor;Error in Text;,No,Seen twice,\n"
    )


def read(folder: Path, text: str | bytes, *works: str) -> RetractionSnapshot | Fault | None:
    """What is read of a file with this text."""
    (folder / NAME).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_retractions(folder, NAME, lambda: frozenset(works))


def snapshot(folder: Path, text: str | bytes, *works: str) -> RetractionSnapshot:
    """The same, where it can be read."""
    found = read(folder, text, *works)
    assert isinstance(found, RetractionSnapshot)
    return found


def told(fault: object) -> str:
    """A fault as a line."""
    assert isinstance(fault, Fault)
    return f"{fault.location} {fault.code} {fault.message}"


def test_a_row_becomes_a_notice(tmp_path: Path) -> None:
    """Day, kind, works and reasons are read; reasons are told with and without a plus."""
    found = snapshot(tmp_path, HEADER + row(pmid="31234567"), "10.1000/bones.12", "31234567")
    (notice,) = found.notices
    assert (notice.nature, notice.date, notice.notice_doi) == (
        Nature.RETRACTION,
        "2021-03-09",
        "10.1000/notice.1",
    )
    assert notice.works == ("10.1000/bones.12", "31234567")
    assert notice.reasons == ("Rogue Editor", "Error in Text")
    assert str(notice.location) == f"{NAME}:2:1"


@pytest.mark.parametrize(
    ("cell", "work"),
    [
        ("10.1000/BONES.12", "10.1000/bones.12"),
        (" 10.1000/bones.12 ", "10.1000/bones.12"),
        ("https://doi.org/10.1000/bones.12", "10.1000/bones.12"),
        ("10.1000/casts.1;10.1000/bones.12;", "10.1000/bones.12"),
        ("10.1002/10(2000)74:3%3C201::AID-8%3E3.0.CO;2-5", "10.1002/10(2000)74:3<201::aid-8>3.0.co;2-5"),
        ("10.48550/arXiv.2101.00001v2", "10.48550/arxiv.2101.00001"),
    ],
)
def test_forms_of_a_doi(tmp_path: Path, cell: str, work: str) -> None:
    """Case, address, lists and escapes make no difference; old DOIs hold what separates those of a list."""
    assert [notice.works for notice in snapshot(tmp_path, HEADER + row(cell), work).notices] == [(work,)]


@pytest.mark.parametrize("doi", ["", "Unavailable", "unavailable"])
def test_what_has_no_identifier_matches_nothing(tmp_path: Path, doi: str) -> None:
    """Thousands of rows say `Unavailable` and 0; they are not about one work."""
    assert snapshot(tmp_path, HEADER + row(doi, "0"), "10.1000/x", "0", "", "unavailable").notices == ()


def test_the_notice_itself_is_another_work(tmp_path: Path) -> None:
    """Who cites a notice of retraction cites nothing that was retracted."""
    assert snapshot(tmp_path, HEADER + row(), "10.1000/notice.1").notices == ()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3/9/2021 0:00", "2021-03-09"),
        ("12/31/1999", "1999-12-31"),
        ("2021-03-09", "2021-03-09"),
        ("31/12/1999", ""),
        ("2/30/2020 0:00", ""),
        ("", ""),
        ("soon", ""),
    ],
)
def test_days(tmp_path: Path, cell: str, day: str) -> None:
    """Months come first, a time may follow; what is no day is none."""
    (notice,) = snapshot(tmp_path, HEADER + row(day=cell), "10.1000/bones.12").notices
    assert notice.date == day


def test_a_copy_says_when_it_was_made(tmp_path: Path) -> None:
    """A line before the header does; without it the newest notice, whatever work that is about."""
    rows = row(day="1/2/2020 0:00") + row("10.1000/other", day="11/2/2021 0:00") + EMPTY * 3
    assert snapshot(tmp_path, HEADER + rows).date == "2021-11-02"
    dated = snapshot(tmp_path, "# Retraction Watch, 2024-05-31\n" + HEADER + rows, "10.1000/bones.12")
    assert dated.date == "2024-05-31"
    assert [notice.location.start.row for notice in dated.notices] == [3]


def test_what_is_damaged_is_told_where_it_matters(tmp_path: Path) -> None:
    """Short rows and unknown kinds are faults; foreign rows, empty rows and broken characters are none."""
    text = (
        HEADER
        + row(nature="Partial retraction")
        + row("10.1000/other", nature="Partial retraction")
        + row(title='"two\nlines"')
        + "8,cut\n"
        + EMPTY
    )
    found = snapshot(tmp_path, b"\xef\xbb\xbf" + text.encode() + b"caf\xe9\n", "10.1000/bones.12")
    assert [told(fault) for fault in found.faults] == [
        f"{NAME}:2:1 RKT010 `Partial retraction` is no kind of notice known here",
        f"{NAME}:6:1 RKT010 this row is cut short, like 1 more",
    ]
    assert [notice.location.start.row for notice in found.notices] == [4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no copy of Retraction Watch: it has no column `RetractionDate`"),
        ("# 2024-05-31", "this is no copy of Retraction Watch: it has no column `RetractionDate`"),
        ("\0\0\0", "this is no copy of Retraction Watch: it has no column `RetractionDate`"),
        (HEADER + '"' + "x" * 200_000, "this is not CSV: field larger than field limit (131072)"),
    ],
)
def test_what_is_no_copy_of_the_database(tmp_path: Path, text: str, message: str) -> None:
    """Another file of that name is one fault, not a check that passes."""
    assert told(read(tmp_path, text)) == f"{NAME}:1:1 RKT010 {message}"


def test_a_day_that_is_none(tmp_path: Path) -> None:
    """A copy of unknown day is told; its notices count."""
    found = snapshot(tmp_path, "# fetched today\n" + HEADER + row(), "10.1000/bones.12")
    assert [told(fault) for fault in found.faults] == [f"{NAME}:1:1 RKT010 no day stands behind `#`"]
    assert (found.date, len(found.notices)) == ("", 1)


def test_no_file_is_no_snapshot(tmp_path: Path) -> None:
    """A review without the file has not been checked, which is not a fault."""
    assert read_retractions(tmp_path, NAME, frozenset) is None


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder of that name is told as what it is, and a link does not lead out of the project."""
    (tmp_path / NAME).mkdir()
    assert told(read_retractions(tmp_path, NAME, frozenset)).endswith("RKT010 this is a folder, not a file")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / NAME).symlink_to(tmp_path / NAME)
    outside = read_retractions(tmp_path / "project", NAME, frozenset)
    assert told(outside).endswith("RKT010 lies outside the project")


def standing(folder: Path, *notices: tuple[str, str]) -> Nature | None:
    """The kind of the notice that stands, of kinds with days."""
    text = io.StringIO()
    text.write(HEADER)
    text.writelines(row(day=day, nature=nature) for nature, day in notices)
    notice = snapshot(folder, text.getvalue(), "10.1000/bones.12").standing(["10.1000/bones.12"])
    return notice and notice.nature


@pytest.mark.parametrize(
    ("notices", "nature"),
    [
        ([], None),
        ([("Correction", "5/1/2022"), ("Retraction", "5/1/2020")], Nature.RETRACTION),
        ([("Expression of concern", "5/1/2020"), ("Correction", "5/1/2022")], Nature.CONCERN),
        ([("Retraction", "5/1/2020"), ("Reinstatement", "5/1/2022")], None),
        ([("Reinstatement", "5/1/2022"), ("Retraction", "5/1/2020")], None),
        ([("Reinstatement", "5/1/2020"), ("Retraction", "5/1/2022")], Nature.RETRACTION),
        ([("Reinstatement", "5/1/2022"), ("Retraction", "5/1/2022")], Nature.RETRACTION),
        ([("Reinstatement", "5/1/2022"), ("Retraction", "")], Nature.RETRACTION),
        ([("Reinstatement", ""), ("Retraction", "5/1/2020")], Nature.RETRACTION),
        ([("Reinstatement", "5/1/2022"), ("Correction", "5/1/2020")], Nature.CORRECTION),
    ],
)
def test_the_strongest_notice_stands(
    tmp_path: Path, notices: list[tuple[str, str]], nature: Nature | None
) -> None:
    """A reinstatement takes back what came before it, and what has no day is not known to have done so."""
    assert standing(tmp_path, *notices) is nature


@given(
    st.binary(max_size=200)
    | st.text(alphabet='",;\n\r\0# 10./ab', max_size=80).map(lambda text: (HEADER + text).encode())
)
def test_any_bytes_are_a_copy_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Garbage ends in faults, or holds no notices."""
    folder = tmp_path_factory.mktemp("garbage")
    found = read(folder, content, "10.1/a")
    assert isinstance(found, Fault | RetractionSnapshot)
