"""Tied texts beside their rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.filling import FIELDS, default_text
from reportkit.measures.ties import disagreements, rewrite
from reportkit.model.evidence import Measure, Result
from tests.measures.rows import row

WALKING = row(events=10, total=24, estimate="41.7", ci_low="22.1", ci_high="63.4", ci_level="95")
SURVIVAL = row("survival", id="after3y", total=24, estimate="97.5", se="1.3", timepoint="3 years")
OTHER = row("survival", id="before3y", total=25, estimate="90.2", se="2.3", timepoint="3 years")
HAZARD = row(
    *("hazard_ratio",),
    unit="ratio",
    estimate="0.33",
    ci_low="0.18",
    ci_high="0.61",
    ci_level="95",
    p="<0.001",
)
MEDIAN = row(
    "median_time", unit="months", total=27, estimate="4.4", ci_low="2.3", ci_high="7.6", ci_level="95"
)
RANGE = row("percent_range", estimate_text="25-30")
ABOUT = row(events=10, total=24, estimate="42")
COUNTED = row(events=10, total=24)
FOLLOWED = row("survival", estimate="81.6", timepoint="median follow-up 26.3 months")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("41.7%", WALKING),
        ("42%", WALKING),
        ("41.67%", WALKING),
        ("10/24", WALKING),
        ("10 of the 24 children", WALKING),
        ("10", WALKING),
        ("24", WALKING),
        ("10/24 (41.7%; 95% CI 22.1–63.4)", WALKING),
        ("10 (42%) of 24", WALKING),
        ("22.1–63.4", WALKING),
        ("95% CI 22% to 63%", WALKING),
        ("97.5 ± 1.3%", SURVIVAL),
        ("97.5% (SE 1.3%)", SURVIVAL),
        ("3-year survival of 97.5%", SURVIVAL),
        ("97.5% after 3 years", SURVIVAL),
        ("HR 0.33 (0.18–0.61), p<0.001", HAZARD),
        ("hazard ratio of 0.3", HAZARD),
        ("0.33", HAZARD),
        ("0·33", HAZARD),
        ("P < .001", HAZARD),
        ("<0.001", HAZARD),
        ("4.4 months (95% CI 2.3–7.6)", MEDIAN),
        ("4.4-7.6", row(estimate="5.1", ci_low="4.4", ci_high="7.6")),
        ("25–30%", RANGE),
        ("25 to 30 per cent", RANGE),
        ("41.7%", ABOUT),
        ("42%", ABOUT),
        ("41.7%", COUNTED),
        ("median follow-up of 26.3 months", FOLLOWED),
        ("P = .39", row(p=".39", events=26, total=105)),
        ("0.4", row("odds_ratio", unit="ratio", estimate="0.39")),
        ("1,440", row("count", unit="patients", total=1440)),
        ("more than 50%", row(estimate=">50")),
        (">50%", row(estimate=">50")),
        ("no better than before", row("direction_only")),
    ],
)
def test_follows(text: str, result: Result) -> None:
    """A text whose numbers are the row's, or correctly rounded, agrees and is not rewritten."""
    assert disagreements(text, [result], None) == ()
    assert rewrite(text, [result], None) == text


@pytest.mark.parametrize(
    ("text", "result", "says", "row_says", "rewritten"),
    [
        ("41.8%", WALKING, "41.8%", "41.7%", "41.7%"),
        ("41.70%", SURVIVAL, "41.70%", "97.5%", "97.5%"),
        ("97.50%", SURVIVAL, "97.50%", "97.5%", "97.5%"),
        ("10/25", WALKING, "25", "24", "10/24"),
        ("12", WALKING, "12", "10 or 24", "12"),
        ("23.1 – 63.4", WALKING, "23.1", "22.1", "22.1 – 63.4"),
        ("90% CI 22.1 to 63.4", WALKING, "90", "95%", "95% CI 22.1 to 63.4"),
        ("HR 0·35", HAZARD, "HR 0·35", "0.33", "HR 0·33"),
        ("hazard ratio of .350", HAZARD, "hazard ratio of .350", "0.33", "hazard ratio of .33"),
        ("HR = 0", HAZARD, "HR = 0", "0.33", "HR = 0.33"),
        ("OR = 0.33", HAZARD, "OR = 0.33", "", "OR = 0.33"),
        ("41.7%", HAZARD, "41.7%", "", "41.7%"),
        ("p = 0.001", HAZARD, "p = 0.001", "<0.001", "p < 0.001"),
        ("P<.05", HAZARD, "P<.05", "<0.001", "P<.001"),
        ("p < 0.4", row(p=".39"), "p < 0.4", ".39", "p = 0.4"),
        ("4 years", MEDIAN, "4 years", "", "4 years"),
        ("5.4 months", MEDIAN, "5.4 months", "4.4 months", "4.4 months"),
        ("27 months", FOLLOWED, "27 months", "26.3", "26 months"),
        ("4-year survival", SURVIVAL, "4-year", "3", "3-year survival"),
        ("25–35%", RANGE, "35", "30", "25–30%"),
        ("42%", SURVIVAL, "42%", "97.5%", "98%"),
        ("0%", row("survival", estimate="0.3"), "0%", "0.3%", "0.3%"),
        ("41.7%", row("survival", events=10, total=24, estimate="40.0"), "41.7%", "40.0%", "40.0%"),
        ("1,440", row("count", events=None, total=1441), "1,440", "1441", "1,441"),
        ("<50%", row(estimate=">50"), "<50%", ">50%", ">50%"),
        ("42", row(estimate="42"), "42", "", "42"),
        ("0.0%", row(estimate="0"), "0.0%", "0%", "0%"),
        ("few", WALKING, "", "", "few"),
    ],
)
def test_disagrees(text: str, result: Result, says: str, row_says: str, rewritten: str) -> None:
    """A number that does not follow is named beside the row's, and rewritten in the author's manner."""
    (found,) = disagreements(text, [result], None)
    assert (found.says, found.row_says) == (says, row_says)
    assert rewrite(text, [result], None) == rewritten


def test_a_declared_contradiction_is_quoted_as_printed() -> None:
    """A row that contradicts its counts gives its printed percentage; `field=percent` asks for the other."""
    odd = row(events=8, total=78, estimate="15", printed_inconsistent="8 of 78 is 10.3%")
    assert disagreements("15%", [odd], None) == ()
    assert disagreements("8/78", [odd], None) == ()
    assert disagreements("10.3%", [odd], None)
    assert disagreements("10.3%", [odd], "percent") == ()


@pytest.mark.parametrize(
    ("text", "field", "holds"),
    [
        ("24", "total", True),
        ("24", "events", False),
        ("10", "events", True),
        ("41.7", "estimate", True),
        ("22.1%", "ci_low", True),
        ("22.1%", "ci_high", False),
        ("22.1–63.4", "ci", True),
        ("22.1", "ci", True),
        ("95%", "ci_level", True),
        ("41.7%", "percent", True),
        ("10/24 (41.7%)", "counts", True),
        ("10 of 25", "counts", False),
        ("24", "totl", False),
    ],
)
def test_field(text: str, field: str, *, holds: bool) -> None:
    """`field=` says which number of the row is meant where its form leaves that open."""
    assert (disagreements(text, [WALKING], field) == ()) is holds


def test_a_field_leaves_time_points_alone() -> None:
    """A time point says when, whatever field the tie names."""
    assert disagreements("3-year survival of 97.5%", [SURVIVAL], "estimate") == ()


def test_a_range_is_no_interval() -> None:
    """A printed range of percentages does not answer for a confidence interval."""
    assert [found.says for found in disagreements("95% CI 25–30%", [RANGE], None)] == ["95", "25", "30"]


def test_an_ambiguous_count_is_rewritten_once_its_field_is_named() -> None:
    """Neither events nor total is guessed."""
    assert rewrite("12 children", [WALKING], None) == "12 children"
    assert rewrite("12 children", [WALKING], "total") == "24 children"


def test_rows_are_dealt_in_order_of_reading() -> None:
    """Two percentages rest on two rows, the first on the first."""
    rows = [SURVIVAL, OTHER]
    assert disagreements("97.5 ± 1.3% vs 90.2 ± 2.3%", rows, None) == ()
    swapped = disagreements("90.2% against 97.5%", rows, None)
    assert [(found.says, found.row) for found in swapped] == [("90.2%", "after3y"), ("97.5%", "before3y")]
    assert rewrite("90% against 98%", rows, None) == "98% against 90%"


def test_rows_are_dealt_to_what_they_can_carry() -> None:
    """A hazard ratio and a percentage find their rows whatever the order of the ids."""
    assert disagreements("97.5% (HR 0.33)", [HAZARD, SURVIVAL], None) == ()


def test_one_number_on_two_rows_follows_from_both() -> None:
    """Naming two rows for one number says that both have it."""
    same = row("survival", id="again", estimate="97.5")
    assert disagreements("97.5%", [SURVIVAL, same], None) == ()
    assert [found.row for found in disagreements("97.5%", [SURVIVAL, OTHER], None)] == ["before3y"]


def test_message() -> None:
    """The message says what the text says and what the row says."""
    (found,) = disagreements("It was 41.8%.", [WALKING], "estimate")
    assert found.message == "the text says 41.8%, row `walk` says 41.7%"
    (found,) = disagreements("HR 0.4", [WALKING], None)
    assert found.message == "the text says HR 0.4, row `walk` has no such number"
    (found,) = disagreements("few", [WALKING], None)
    assert found.message == "the tied text says no number, row `walk` does"


@pytest.mark.parametrize(
    ("result", "field", "expected"),
    [
        (WALKING, None, "41.7%"),
        (WALKING, "ci", "22.1–63.4"),
        (WALKING, "percent", "41.7%"),
        (WALKING, "p", ""),
        (COUNTED, None, "10/24"),
        (HAZARD, None, "0.33"),
        (HAZARD, "ci", "0.18–0.61"),
        (HAZARD, "p", "p<0.001"),
        (row(p=".39"), "p", "p = .39"),
        (MEDIAN, None, "4.4 months"),
        (SURVIVAL, "se", "1.3"),
        (RANGE, None, "25–30%"),
        (row("count", unit="patients", total=47, estimate="47"), None, "47"),
        (row("risk_difference", estimate="-2", ci_low="-5", ci_high="-1"), "ci", "-5 to -1"),
        (row("risk_difference", estimate="-1", ci_low="-5", ci_high="3"), "ci", "-5 to 3"),
        (row("median_time", unit="months", ci_low="11.0"), "ci", ""),
        (COUNTED, "counts", "10/24"),
        (row("direction_only"), None, ""),
    ],
)
def test_default_text(result: Result, field: str | None, expected: str) -> None:
    """An empty bracket is filled with the number as printed, with its unit."""
    assert default_text(result, field) == expected


_COUNTS = st.one_of(st.none(), st.integers(0, 2000))
_TEXT = st.decimals(0, 999, places=2).map(str) | st.integers(0, 99).map(str) | st.just(".39")
_MAYBE = st.one_of(st.none(), _TEXT)
_SIGNED = _TEXT | _TEXT.filter(lambda text: text[0] != ".").map(lambda text: f"-{text}")


@st.composite
def rows(draw: st.DrawFn) -> Result:
    """Any row, sensible or not."""
    measure = draw(st.sampled_from(Measure))
    cells = {
        "events": draw(_COUNTS),
        "total": draw(_COUNTS),
        "estimate": draw(st.one_of(_MAYBE, _SIGNED, _TEXT.map(lambda text: f"<{text}"))),
        "se": draw(_MAYBE),
        "ci_low": draw(st.one_of(_MAYBE, _SIGNED)),
        "ci_high": draw(st.one_of(_MAYBE, _SIGNED)),
        "ci_level": draw(st.sampled_from([None, "90", "95"])),
        "p": draw(st.sampled_from([None, ".39", "<0.001", "0.002", "<.001", ">0.99"])),
    }
    texts = {
        "unit": draw(st.sampled_from(["%", "ratio", "months", "days", "patients", "events", "points", ""])),
        "estimate_text": draw(st.sampled_from(["", "25-30", "not reached"])),
        "timepoint": draw(st.sampled_from(["", "3 years", "after 2 cycles"])),
        "printed_inconsistent": draw(st.sampled_from(["", "they do not agree"])),
    }
    return row(measure, **{name: cell for name, cell in (cells | texts).items() if cell is not None})


_FIELD = st.sampled_from([None, *FIELDS])


@given(rows(), _FIELD)
def test_what_fills_a_bracket_agrees(result: Result, field: str | None) -> None:
    """The text that fills an empty bracket is one that the row supports."""
    text = default_text(result, field)
    assert not text or disagreements(text, [result], field) == ()


_FORMS = [
    "{}%",
    "{}",
    "{}/24",
    "HR {}",
    "p<{}",
    "p = {}",
    "{} months",
    "95% CI {}–50",
    "{} ± 1.3%",
    "{}-year",
    "few",
]
_SENTENCE = st.lists(st.tuples(st.sampled_from(_FORMS), _TEXT), max_size=4).map(
    lambda parts: "; ".join(form.format(number) for form, number in parts)
)


@given(_SENTENCE, st.lists(rows(), max_size=3), _FIELD)
def test_rewriting_mends_or_leaves(text: str, results: list[Result], field: str | None) -> None:
    """A rewritten text agrees, or is the same text; writing it again changes nothing."""
    new = rewrite(text, results, field)
    assert new == text or disagreements(new, results, field) == ()
    assert rewrite(new, results, field) == new
