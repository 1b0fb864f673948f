"""Numbers that must agree: with each other (NUM001 to NUM004), with the evidence (NUM009, NUM010, NUM024)."""

import pytest

from reportkit.model.evidence import Result
from reportkit.model.settings import Settings
from tests.measures.rows import row
from tests.rules.prose import findings, lines, mended

WALK = row(id="walk", events=10, total=20, estimate="50", source="nguyen2021")
FALL = row(
    "hazard_ratio", id="fall", unit="ratio", estimate="0.4", ci_low="0.2", ci_high="0.8", ci_level="95"
)
AFTER = row("survival", id="after", total=20, estimate="97.5", source="nguyen2021")
BEFORE = row("survival", id="before", total=25, estimate="90.2", source="nguyen2021")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 53/55 (96.3%).", ["10.md:1:15: 53/55 is 96.4%, not 96.3%: it was cut off, not rounded"]),
        ("It was 96.9% (53 of 55).", ["10.md:1:8: 53/55 is 96.4%, not 96.9%"]),
        ("It was 53 (90%) of 55.", ["10.md:1:12: 53/55 is 96%, not 90%"]),
        ("53 of 55\nchildren (*90%*)", ["10.md:2:12: 53/55 is 96%, not 90%"]),
        ("| walked |\n|---|\n| 1/2 (40%) |", ["10.md:3:8: 1/2 is 50%, not 40%"]),
        ("It was 53/55 (96.4%), 5/8 (62%) and 5/8 (63%).", []),
        ("It was 2/653 (<1%).", []),
        ("It was [53/55]{ev=walk} (96.3%) and [53/55 (96.3%)]{.quoted}.", []),
        ("It was `53/55 (96.3%)`.", []),
    ],
)
def test_percent_vs_fraction(text: str, expected: list[str]) -> None:
    """NUM001 looks at fractions with their percentage for which the author alone answers."""
    assert lines("NUM001", text) == expected


def test_percent_vs_fraction_is_mended() -> None:
    """The suggested fix writes the percentage in the form in which it stands."""
    assert mended("NUM001", "It was 53/55 (*96·3* %).") == "It was 53/55 (*96·4* %)."


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (WALK, []),
        (row(events=77, total=102, estimate="76"), ["row `walk`: 77/102 is 75%, not 76%"]),
        (row(events=77, total=102, estimate="76", printed_inconsistent="75.5%"), []),
        (row("survival", events=77, total=102, estimate="76"), []),
        (row(events=1, total=200, estimate="<1"), []),
        (row(events=3, total=2, estimate="50"), []),
        (
            row(events=10, total=20, estimate="50", printed_inconsistent="it is not"),
            ["row `walk` is said to contradict itself, but 10/20 is 50%"],
        ),
        (
            row(
                events=10, total=20, estimate="50", ci_low="60", ci_high="70", printed_inconsistent="interval"
            ),
            [],
        ),
        (row(events=8, printed_inconsistent="no total"), []),
    ],
)
def test_percent_vs_fraction_in_rows(result: Result, expected: list[str]) -> None:
    """A proportion agrees with its counts, or says that it does not, but never without need."""
    assert [diagnostic.message for diagnostic in findings("NUM001", "", result)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14/12 and 12 of 10", ["10.md:1:1: 14 of 12 cannot be", "10.md:1:11: 12 of 10 cannot be"]),
        ("0/0 and 0 of 0", []),
        ("12/12 in 2021/22, at 120/80 mmHg, [14/12]{.structural} and [14/12]{.quoted}", []),
    ],
)
def test_n_exceeds_n(text: str, expected: list[str]) -> None:
    """NUM002 looks at fractions that cannot be."""
    assert lines("NUM002", text) == expected


def test_n_exceeds_n_in_rows() -> None:
    """Patients with an event are no more than patients; events per cycle may be."""
    assert lines("NUM002", "", row(events=3, total=2)) == [
        "evidence/results.csv:2:1: row `walk`: 3 of 2 cannot be"
    ]
    assert lines("NUM002", "", row("events_per_cycle", events=3, total=2)) == []
    assert lines("NUM002", "", row(events=2, total=2)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HR 0.9 (0.2–0.8)", ["10.md:1:4: 0.9 lies outside its interval, 0.2 to 0.8"]),
        ("81% (95% CI 71–79)", ["10.md:1:1: 81 lies outside its interval, 71 to 79"]),
        ("HR 0.4 (0.2–0.8), 81% (95% CI 71–89) and HR 1 (95% CI 1.02 to 1.4)", []),
        ("HR 0.9 (0.8–0.2)", []),
        ("[HR 0.9]{ev=fall} (0.2–0.8), [HR 0.9 (0.2–0.8)]{.quoted}", []),
    ],
)
def test_ci_excludes_estimate(text: str, expected: list[str]) -> None:
    """NUM003 looks at an estimate with its interval right behind it."""
    assert lines("NUM003", text) == expected


def test_ci_excludes_estimate_in_rows() -> None:
    """A row's estimate lies in its interval, unless the row says that it does not."""
    bad = row(estimate="50", ci_low="60", ci_high="70")
    assert [d.message for d in findings("NUM003", "", bad)] == [
        "row `walk`: 50 lies outside its interval, 60 to 70"
    ]
    assert lines("NUM003", "", FALL) == []
    assert lines("NUM003", "", row(estimate="50", ci_low="60", ci_high="70", printed_inconsistent="so")) == []
    assert lines("NUM003", "", row(estimate="50", ci_low="60")) == []


def test_ci_reversed() -> None:
    """NUM004 looks at intervals that run backwards, and exchanges their limits."""
    text = "HR 0.4 (95% CI 0.8 to 0.2)"
    assert lines("NUM004", text) == ["10.md:1:9: the interval runs from 0.8 to 0.2"]
    assert mended("NUM004", text) == "HR 0.4 (95% CI 0.2 to 0.8)"
    assert lines("NUM004", "HR 0.4 (0.2–0.8), from 24 to 12 months") == []
    assert [d.message for d in findings("NUM004", "", row(ci_low="2", ci_high="1"))] == [
        "row `walk`: the interval runs from 2 to 1"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was [50%]{ev=walk} or [10 of 20]{ev=walk}.", []),
        ("It was [55%]{ev=walk}.", ["10.md:1:9: the text says 55%, row `walk` says 50%"]),
        ("It was [50% and\n*55*%]{ev=walk}.", ["10.md:2:2: the text says 55%, row `walk` says 50%"]),
        ("# Half: [55%]{ev=walk}", ["10.md:1:10: the text says 55%, row `walk` says 50%"]),
        ("| x |\n|---|\n| [55%]{ev=walk} |", ["10.md:3:4: the text says 55%, row `walk` says 50%"]),
        ("Note.[^1]\n\n[^1]: It was [55%]{ev=walk}.", ["10.md:3:15: the text says 55%, row `walk` says 50%"]),
        ("It^[and [55%]{ev=walk}] was.", ["10.md:1:10: the text says 55%, row `walk` says 50%"]),
        ("It was [many]{ev=walk}.", ["10.md:1:9: the tied text says no number, row `walk` does"]),
        ("It was []{ev=walk}.", ["10.md:1:8: the brackets of row `walk` are empty"]),
        ("It was [20]{ev=walk field=totl}.", ["10.md:1:8: a row has no field `totl`"]),
        ("It was [55%]{ev=unknown} or [55%]{ev='walk unknown'}.", []),
        ("It was [97.5% against 90.2%]{ev='after before'}.", []),
        (
            "It was [90.2%]{ev='after before'}.",
            ["10.md:1:9: the text says 90.2%, row `after` says 97.5%"],
        ),
    ],
)
def test_differs_from_evidence(text: str, expected: list[str]) -> None:
    """NUM009 names each tied number that does not follow from its row, at the number."""
    assert lines("NUM009", text, WALK, AFTER, BEFORE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was [55%]{ev=walk}.", "It was [50%]{ev=walk}."),
        ("It was [*11* of 25]{ev=walk}.", "It was [*10* of 20]{ev=walk}."),
        ("It was [98% vs 91%]{ev='before after'}.", "It was [90% vs 98%]{ev='before after'}."),
        ("It was []{ev=walk}.", "It was [50%]{ev=walk}."),
        ("It was []{ev=walk field=total}.", "It was [20]{ev=walk field=total}."),
        ("It was []{ev='after before'}.", "It was [97.5% and 90.2%]{ev='after before'}."),
    ],
)
def test_differs_from_evidence_is_mended(text: str, expected: str) -> None:
    """A fix fills empty brackets and writes a number as the row has it, and keeps markup."""
    assert mended("NUM009", text, WALK, AFTER, BEFORE) == expected
    assert lines("NUM009", expected, WALK, AFTER, BEFORE) == []


def test_differs_from_evidence_without_a_fix() -> None:
    """What the row cannot say is left to the author."""
    texts = ["[12]{ev=walk}", "[HR 0.4]{ev=walk}", "[]{ev=walk field=p}"]
    assert [next(findings("NUM009", text, WALK)).fix for text in texts] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 50% or 10/20.", ["10.md:1:8: 50% is tied to no row", "10.md:1:15: 10/20 is tied to no row"]),
        (
            "HR 0.4 (95% CI\n0.2–0.8)",
            ["10.md:1:1: HR 0.4 is tied to no row", "10.md:1:9: 95% CI 0.2–0.8 is tied to no row"],
        ),
        ("a 95% CI of [0.2–0.8]{ev=fall}", []),
        ("[25%]{ev=walk} to 30%", ["10.md:1:19: 30 is tied to no row"]),
        ("[50%]{ev=walk}, [60%]{.quoted}, [70%]{.structural}, [80%]{ev=unknown}", []),
        ("[an alcohol of [70%]{ev=walk} or 80%]{.structural}", []),
        ("`50%`, <!-- 50% --> and [50](https://example.org/50%)", []),
        ("children aged 1–9 years in 2021 for 42 days", []),
        ("a residual below 0.01% and p < 0.05", []),
        ("a residual of 0.01%", ["10.md:1:15: 0.01% is tied to no row"]),
    ],
)
def test_untied_number(text: str, expected: list[str]) -> None:
    """NUM024 names each result that is not tied, not marked and matched by no pattern of the settings."""
    settings = Settings(structural_numbers=(r"below 0\.01%", r"p < 0\.05"))
    assert lines("NUM024", text, WALK, settings=settings) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 50% [@nguyen2021].", []),
        ("It was 60% [@nguyen2021].", ["10.md:1:8: no row from `nguyen2021` has 60%"]),
        (
            "It was 60% [@other2020; @third2019].",
            ["10.md:1:8: no row from `other2020` or `third2019` has 60%"],
        ),
        ("It was 60%. Then it was 50% [@nguyen2021].", []),
        ("It was [60%]{ev=walk} or [60%]{.structural} [@nguyen2021].", []),
    ],
)
def test_number_without_record(text: str, expected: list[str]) -> None:
    """NUM010 names each result beside a citation that no row of the cited study has."""
    assert lines("NUM010", text, WALK) == expected


def test_numbers_in_prose_need_no_evidence() -> None:
    """A project without an evidence database is checked for what its prose says alone."""
    assert [
        d.code for code in ("NUM001", "NUM002", "NUM003", "NUM004") for d in findings(code, "3/2 (40%)")
    ] == ["NUM002"]
