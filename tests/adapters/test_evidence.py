import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.evidence import read_evidence
from reportkit.adapters.results import read_results
from reportkit.adapters.results_header import COLUMNS
from reportkit.adapters.table_schema import Constraint, read_constraints
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence, Measure, Printed, Result
from reportkit.model.location import SourceText

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "evidence"
ROW = {"id": "a.b", "study": "firm", "measure": "proportion", "tier": "1"}


def line(fault: Fault) -> str:
    """A fault as the case files write it."""
    return f"{fault.location} {fault.code} {fault.subject or '-'}: {fault.message}"


def read(root: Path) -> Evidence:
    """The evidence of a project that has some."""
    evidence = read_evidence(root, "evidence")
    assert evidence is not None
    return evidence


def table(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> SourceText:
    """A results file with these cells."""
    lines = [columns, *(tuple(row.get(column, "") for column in columns) for row in rows)]
    return SourceText("results.csv", "".join(",".join(line) + "\n" for line in lines))


def pointed(source: SourceText, fault: Fault) -> str:
    """The text that a fault points at."""
    return source.text[source.offset(fault.location.start) : source.offset(fault.location.end)]


def faults(source: SourceText, constraints: dict[str, Constraint] | None = None) -> list[str]:
    """What is wrong with a results file, whatever its studies are."""
    return [line(fault) for fault in read_results(source, None, constraints or {})[1]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with sound evidence."""
    shutil.copytree(CASES / "sound", tmp_path / "evidence")
    return tmp_path


def test_sound_database_has_no_faults(project: Path) -> None:
    """Studies and results that agree are read without a word."""
    evidence = read(project)
    assert evidence.faults == ()
    assert [study.id for study in evidence.studies] == ["firm", "soft", "survey"]
    assert [study.id for study in evidence.studies if study.context] == ["survey"]
    assert [result.id for result in evidence.results] == [
        "firm.healed",
        "firm.pain",
        "firm.pain.later",
        "survey.range",
        "soft.mean",
    ]
    assert [source.filename for source in evidence.sources] == [
        "evidence/studies.yaml",
        "evidence/results.csv",
    ]


def test_numbers_keep_what_is_printed(project: Path) -> None:
    """A number knows its text, its value and its bound."""
    results = read(project).results_by_id
    assert results["firm.healed"].estimate == Printed("96.0", Decimal("96.0"))
    assert results["firm.healed"].p == Printed("<0.001", Decimal("0.001"), "<")
    assert results["firm.pain"].estimate == Printed(".39", Decimal("0.39"))
    assert results["soft.mean"].ci_low == Printed("−2.1", Decimal("-2.1"))
    assert (results["firm.healed"].events, results["firm.pain"].events) == (48, None)


def test_range_has_a_text_and_no_value(project: Path) -> None:
    """A range of percents keeps its text and has no single value."""
    result = read(project).results_by_id["survey.range"]
    assert (result.estimate_text, result.estimate) == ("25-30", None)


def test_cells_know_their_places(project: Path) -> None:
    """Row and column of each cell are those of the file, also behind a cell of two lines."""
    results = read(project).results_by_id
    assert str(results["firm.healed"].location) == "evidence/results.csv:2:1"
    assert str(results["firm.healed"].cells["population"]) == "evidence/results.csv:2:29"
    assert str(results["survey.range"].cells["study"]) == "evidence/results.csv:6:14"


def test_study_has_its_parts(project: Path) -> None:
    """Arms, contrasts, cohorts and reports are those that are written."""
    study = read(project).studies_by_id["firm"]
    assert [arm.id for arm in (*study.arms, *study.contrasts, *study.cohorts)] == [
        "splint",
        "cast",
        "splint-vs-cast",
        "all",
    ]
    assert [(report.reference, report.role) for report in study.reports] == [
        ("reed2020", "primary"),
        ("reed2022", "follow-up"),
    ]
    assert (study.randomised, study.settings, study.note) == (True, ("children", "casts"), "")
    assert str(study.location) == "evidence/studies.yaml:3:3"


def test_many_faults_are_all_named() -> None:
    """Everything that is wrong is said at once, each thing at its place, and the sound rows are there."""
    evidence = read_evidence(CASES / "ten-faults", ".")
    assert evidence is not None
    expected = (CASES / "ten-faults" / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [line(fault) for fault in evidence.faults] == expected
    assert [r.id for r in evidence.results if r.id in {"firm.good", "firm.h"}] == ["firm.good", "firm.h"]


def test_project_without_the_folder_has_no_evidence(tmp_path: Path) -> None:
    """No folder is no database, which is different from an empty one."""
    assert read_evidence(tmp_path, "evidence") is None


def test_file_in_the_place_of_the_folder_is_a_fault(tmp_path: Path) -> None:
    """A file with the name of the evidence folder does not pass for having none."""
    (tmp_path / "evidence").write_text("", encoding="utf-8")
    assert [line(fault) for fault in read(tmp_path).faults] == ["evidence:1:1 RKT009 -: this is not a folder"]


def test_empty_folder_is_two_faults(tmp_path: Path) -> None:
    """A folder without its files is said once for each file."""
    (tmp_path / "evidence").mkdir()
    assert [line(fault) for fault in read(tmp_path).faults] == [
        "evidence/studies.yaml:1:1 RKT009 -: there is no such file or folder",
        "evidence/results.csv:1:1 RKT009 -: there is no such file or folder",
    ]


def folder(path: Path) -> None:
    """Put a folder in the place of the file."""
    path.unlink()
    path.mkdir()


def circle(path: Path) -> None:
    """Put a link to itself in the place of the file."""
    path.unlink()
    path.symlink_to(path.name)


@pytest.mark.parametrize("name", ["studies.yaml", "results.csv"])
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (folder, "RKT009"),
        (circle, "RKT009"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "RKT007"),
        (lambda path: path.write_bytes(b"a\0b"), "RKT007"),
    ],
    ids=["folder", "circle", "latin", "nul"],
)
def test_file_that_cannot_be_read_is_one_fault(
    project: Path, name: str, spoil: Callable[[Path], None], code: str
) -> None:
    """What stands in the place of a file is named once, and the other file is still read."""
    spoil(project / "evidence" / name)
    evidence = read(project)
    assert [(fault.code, fault.location.filename) for fault in evidence.faults] == [
        (code, f"evidence/{name}")
    ]
    assert evidence.studies or evidence.results


@given(st.binary(max_size=200))
def test_any_bytes_give_faults_only(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Garbage in any of the files never raises."""
    folder = tmp_path_factory.mktemp("garbage") / "evidence"
    folder.mkdir()
    for name in ("studies.yaml", "results.csv", "results.schema.json"):
        (folder / name).write_bytes(content)
    assert read(folder.parent).faults


@given(st.text('-:{}[]&*!|>"#ab \n,', max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No table raises."""
    read_results(SourceText("results.csv", ",".join(COLUMNS) + "\n" + text), {}, {})


def test_header_names_what_is_meant() -> None:
    """A misspelt column is one fault with the word that was meant."""
    columns = tuple("estimat" if column == "estimate" else column for column in COLUMNS)
    source = table(ROW, columns=columns)
    (fault,) = read_results(source, None, {})[1]
    assert (fault.code, fault.message) == ("TAB001", "there is no column `estimat`")
    assert fault.hint == "Did you mean `estimate`?"
    assert pointed(source, fault) == "estimat"


def test_header_without_columns_names_each() -> None:
    """Missing columns are named, and rows are still read from the others."""
    columns = tuple(column for column in COLUMNS if column not in {"words", "p"})
    results, found = read_results(table(ROW, columns=columns), None, {})
    assert [line(fault) for fault in found] == [
        "results.csv:1:1 TAB001 -: the column `p` is missing",
        "results.csv:1:1 TAB001 -: the column `words` is missing",
    ]
    assert [result.id for result in results] == ["a.b"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (f"{';'.join(COLUMNS)}\na;b\n", "Its cells are separated by semicolons: save the file with commas."),
        ("\t".join(COLUMNS), "Its cells are separated by tabs: save the file with commas."),
        ("a.b,firm,all\n", f"Begin with {','.join(COLUMNS)}"),
    ],
)
def test_a_file_without_header_is_one_fault(text: str, hint: str) -> None:
    """A file of another kind, or without its first line, is not told column by column."""
    results, (fault,) = read_results(SourceText("results.csv", text), None, {})
    assert (results, fault.code, fault.message) == ((), "TAB001", "this line does not name the columns")
    assert fault.hint == hint


def test_header_with_a_foreign_column_names_it() -> None:
    """A column that nobody reads is named."""
    assert faults(table(ROW, columns=(*COLUMNS, "colour"))) == [
        f"results.csv:1:{len(','.join(COLUMNS)) + 2} TAB001 -: there is no column `colour`"
    ]


def test_header_with_a_doubled_column_names_it() -> None:
    """A column that stands twice is named where it stands again."""
    assert faults(table(ROW, columns=(*COLUMNS, "id"))) == [
        f"results.csv:1:{len(','.join(COLUMNS)) + 2} TAB001 -: the column `id` stands here twice"
    ]


def test_header_in_another_order_is_one_fault() -> None:
    """Columns in another order are one fault, at the first that is out of place."""
    columns = (COLUMNS[1], COLUMNS[0], *COLUMNS[2:])
    assert faults(table(ROW, columns=columns)) == [
        "results.csv:1:1 TAB001 -: the column `study` stands where `id` is due"
    ]


def test_header_without_ids_gives_no_rows() -> None:
    """Without the columns that tell what a row is, no row is read and no row is blamed."""
    results, found = read_results(table(ROW, columns=COLUMNS[2:]), None, {})
    assert results == ()
    assert [fault.message for fault in found] == [
        "the column `id` is missing",
        "the column `study` is missing",
    ]


def test_empty_file_has_no_header() -> None:
    """An empty table is one fault."""
    assert faults(SourceText("results.csv", "\n")) == ["results.csv:1:1 TAB001 -: the file has no header"]


@pytest.mark.parametrize("number", ["12*", "1,2", "≥5", "about 5", "1e5", "٣", "5%", "--1", "."])
def test_what_is_no_number_is_named(number: str) -> None:
    """A cell that is not a plain number is named, and the row is there without it."""
    source = SourceText("results.csv", table({**ROW, "estimate": "@"}).text.replace("@", f'"{number}"'))
    (result,), (fault,) = read_results(source, None, {})
    assert (fault.code, fault.message) == ("TAB002", f"`{number}` in column `estimate` is no number")
    assert (result.estimate, result.estimate_text) == (None, number)


@pytest.mark.parametrize("number", ["1.0", "-1", "1 000", "9" * 16])
def test_what_is_no_count_is_named(number: str) -> None:
    """Patients are counted in whole numbers."""
    source = table({**ROW, "events": number})
    (fault,) = read_results(source, None, {})[1]
    assert (fault.code, fault.message) == ("TAB002", f"`{number}` in column `events` is no whole number")
    assert pointed(source, fault) == number


@pytest.mark.parametrize("measure", ["proportion", "percent_range"])
def test_range_is_an_estimate_of_one_measure_only(measure: str) -> None:
    """A range is read where the measure says that it is one."""
    assert bool(faults(table({**ROW, "measure": measure, "estimate": "25-30"}))) == (measure == "proportion")


def test_more_events_than_patients_are_read() -> None:
    """Whether numbers agree is not for the reader to say."""
    assert faults(table({**ROW, "events": "12", "total": "3"})) == []


def test_schema_of_the_review_holds() -> None:
    """What the schema beside the table asks for is asked for, in its own words."""
    schema = {
        "fields": [
            {
                "name": "source_kind",
                "constraints": {"enum": ["table", "text"]},
                "description": "What was read.",
            },
            {"name": "words", "constraints": {"required": True, "pattern": r"^\S+( \S+){0,7}$"}},
        ]
    }
    constraints = read_constraints(SourceText("results.schema.json", json.dumps(schema)))
    assert not isinstance(constraints, Fault)
    row = {**ROW, "source_kind": "tabel", "words": "one two three four five six seven eight nine"}
    _, (kind, words) = read_results(table(row), None, constraints)
    assert (kind.code, kind.message) == (
        "TAB003",
        "`tabel` in column `source_kind` is not one of table, text",
    )
    assert kind.hint == "What was read."
    assert words.message.endswith("in column `words` does not have the form asked for")
    assert read_results(table(ROW), None, constraints)[1] == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "1:2"),
        ("[]", "1:1"),
        ('{"fields": 3}', "1:1"),
        ('{"fields": [3]}', "1:1"),
        ('{"fields": [{"name": "p", "constraints": {"pattern": "("}}]}', "1:1"),
        ('{\n"fields": x}', "2:11"),
        ("[" * 100_000, "1:1"),
    ],
)
def test_schema_that_is_none_is_a_fault(text: str, place: str) -> None:
    """A schema that cannot be used is one fault."""
    fault = read_constraints(SourceText("s.json", text))
    assert isinstance(fault, Fault)
    assert f"{fault.code} {fault.location}" == f"RKT009 s.json:{place}"


def test_schema_of_this_project_has_the_columns_that_are_read() -> None:
    """The schema in the evidence folder describes exactly the columns that the reader knows."""
    schema = json.loads((ROOT / "evidence" / "results.schema.json").read_text(encoding="utf-8"))
    assert tuple(field["name"] for field in schema["fields"]) == COLUMNS
    measures = next(field["constraints"]["enum"] for field in schema["fields"] if field["name"] == "measure")
    assert sorted(measures) == sorted(Measure)


def test_evidence_of_this_project_is_sound() -> None:
    """The evidence of the review in this repository has no faults."""
    evidence = read_evidence(ROOT, "evidence")
    assert evidence is not None
    assert [line(fault) for fault in evidence.faults] == []
    assert all(isinstance(result, Result) for result in evidence.results)
