"""Reading the number expressions of prose, as authors write them."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures import notation
from reportkit.measures.notation import read_quantities
from reportkit.measures.quantities import Quantity


def shown(text: str) -> list[str]:
    """Each quantity in one line: kind, unit, and the parts of its numbers."""
    return [_line(quantity) for quantity in read_quantities(text)]


def _line(quantity: Quantity) -> str:
    numbers = (f"{number.role}={number.bound}{number.value}" for number in quantity.numbers)
    return " ".join(part for part in (quantity.kind, quantity.unit, *numbers) if part)


def test_module_example() -> None:
    """The example in the module's documentation is true."""
    assert doctest.testmod(notation).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41.7%", "percent % estimate=41.7"),
        ("41.7 %", "percent % estimate=41.7"),
        ("41.7\u202f%", "percent % estimate=41.7"),
        ("42 per cent", "percent % estimate=42"),
        ("42 percent of them", "percent % estimate=42"),
        ("41·7%", "percent % estimate=41.7"),
        ("<1%", "percent % estimate=<1"),
        ("≥ 95%", "percent % estimate=≥95"),
        (">=95%", "percent % estimate=≥95"),
        ("−2.5 percentage points", "percent % estimate=-2.5"),
        ("97.5 ± 1.3%", "percent % estimate=97.5 se=1.3"),
        ("97.5% ± 1.3%", "percent % estimate=97.5 se=1.3"),
        ("97.5% +/- 1.3", "percent % estimate=97.5 se=1.3"),
        ("25–30%", "range % low=25 high=30"),
        ("25% to 30%", "range % low=25 high=30"),
        ("between 25 and 30%", "range % low=25 high=30"),
        ("80--85 %", "range % low=80 high=85"),
        ("22.1–63.4", "range low=22.1 high=63.4"),
        ("-3.2 to 5.1", "range low=-3.2 high=5.1"),
        ("2.3–7.6 months", "range months low=2.3 high=7.6"),
        ("10/24", "fraction events=10 total=24"),
        ("10 of 24", "fraction events=10 total=24"),
        ("10 of the 24", "fraction events=10 total=24"),
        ("10 out of 24", "fraction events=10 total=24"),
        ("38 children out of 72", "fraction events=38 total=72"),
        ("1,024 of 1,440", "fraction events=1024 total=1440"),
        ("27 (39%) of 70", "fraction % events=27 estimate=39 total=70"),
        ("95% CI 22.1–63.4", "interval level=95 low=22.1 high=63.4"),
        ("95% CI, 71 to 89", "interval level=95 low=71 high=89"),
        ("95% CI: 71%–89%", "interval % level=95 low=71 high=89"),
        ("95%-CI [0.18; 0.61]", "interval level=95 low=0.18 high=0.61"),
        ("95% CI = 0.18, 0.61", "interval level=95 low=0.18 high=0.61"),
        ("90% confidence interval [CI], 24.6-60.3", "interval level=90 low=24.6 high=60.3"),
        ("95% confidence interval from 2 to 7.6 months", "interval months level=95 low=2 high=7.6"),
        ("95% credible interval 0.2 to 0.9", "interval level=95 low=0.2 high=0.9"),
        ("CI 0.18–0.61", "interval low=0.18 high=0.61"),
        ("CI (95%) 0.18–0.61", "interval level=95 low=0.18 high=0.61"),
        ("95% CI 11.0–not estimable", "interval level=95 low=11.0"),
        ("95% CI −3.2 to −1.1", "interval level=95 low=-3.2 high=-1.1"),
        ("95% CI", "interval level=95"),
        ("HR 0.33", "ratio HR estimate=0.33"),
        ("HR=0·33", "ratio HR estimate=0.33"),
        ("HR: .33", "ratio HR estimate=0.33"),
        ("aHR 0.33", "ratio HR estimate=0.33"),
        ("hazard ratio of 0.33", "ratio HR estimate=0.33"),
        ("Hazard ratio (HR) 0.33", "ratio HR estimate=0.33"),
        ("HR (95% CI) 0.33", "ratio HR estimate=0.33"),
        ("hazard ratio for relapse or death, 0.61", "ratio HR estimate=0.61"),
        ("HR for death 0.61", "ratio HR estimate=0.61"),
        ("hazard ratio for death, brace vs. none, 0.61", "ratio HR estimate=0.61"),
        ("odds ratio of 2", "ratio OR estimate=2"),
        ("OR=3", "ratio OR estimate=3"),
        ("relative risk was 1.4", "ratio RR estimate=1.4"),
        ("p<0.001", "p value p=<0.001"),
        ("P = .03", "p value p=0.03"),
        ("p ≤ 0.05", "p value p=≤0.05"),
        ("P of .03", "p value p=0.03"),
        ("*p* < 0.001", "p value p=<0.001"),
        ("p-value 0.002", "p value p=0.002"),
        ("P for interaction = .39", "p value p=0.39"),
        ("p = 3.2×10⁻⁵", "p value p=0.000032"),
        ("p=1e-5", "p value p=0.00001"),
        ("4.4 months", "duration months estimate=4.4"),
        ("72 days", "duration days estimate=72"),
        ("2.3 yrs", "duration years estimate=2.3"),
        ("72 ± 5 days", "duration days estimate=72 se=5"),
        ("24-month", "timepoint months estimate=24"),
        ("month 24", "timepoint months estimate=24"),
        ("SE 1.3%", "standard error % se=1.3"),
        ("standard error of 1.3", "standard error se=1.3"),
        ("1,440", "number estimate=1440"),
        ("1\u202f440", "number estimate=1440"),
        ("1 440", "number estimate=1440"),
        ("24", "number estimate=24"),
        ("0.70", "number estimate=0.70"),
        ("<0.001", "number estimate=<0.001"),
    ],
)
def test_one_expression(text: str, expected: str) -> None:
    """One way of writing a quantity, alone and within a sentence."""
    assert shown(text) == [expected]
    assert shown(f"They walked ({text}).") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "10/24 (41.7%; 95% CI 22.1–63.4)",
            [
                "fraction events=10 total=24",
                "percent % estimate=41.7",
                "interval level=95 low=22.1 high=63.4",
            ],
        ),
        ("HR 0.33 (0.18–0.61)", ["ratio HR estimate=0.33", "interval low=0.18 high=0.61"]),
        ("HR 0.33, 0.18 to 0.61", ["ratio HR estimate=0.33", "interval low=0.18 high=0.61"]),
        ("odds ratio 7.6, 3.1 to 18.9", ["ratio OR estimate=7.6", "interval low=3.1 high=18.9"]),
        (
            "25.2% (95% confidence interval of -10.5% to 49.3%)",
            ["percent % estimate=25.2", "interval % level=95 low=-10.5 high=49.3"],
        ),
        ("OR 3.1 [1.2, 4.4]", ["ratio OR estimate=3.1", "interval low=1.2 high=4.4"]),
        ("81% (71–89)", ["percent % estimate=81", "interval low=71 high=89"]),
        ("81% (2018–2022)", ["percent % estimate=81", "range low=2018 high=2022"]),
        ("97.5 vs 90.2%", ["percent % estimate=97.5", "percent % estimate=90.2"]),
        ("36.1, 20.0 and 25.0%", [f"percent % estimate={value}" for value in ("36.1", "20.0", "25.0")]),
        ("4.4 and 8.2 months", ["duration months estimate=4.4", "duration months estimate=8.2"]),
        ("arms 1 and 2, 54%", ["number estimate=1", "number estimate=2", "percent % estimate=54"]),
        ("HR was not given; 54% walked", ["percent % estimate=54"]),
        ("the hazard ratio is unknown, 54% walked", ["percent % estimate=54"]),
        ("the hazard ratio for 105 children", ["number estimate=105"]),
        ("HR children took 12.5 months", ["duration months estimate=12.5"]),
        ("2 of 28 days", ["number estimate=2", "duration days estimate=28"]),
        ("Half of 24% walked", ["percent % estimate=24"]),
    ],
)
def test_in_context(text: str, expected: list[str]) -> None:
    """What stands beside a number decides what it is."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "None of the children walked.",
        "NCT01234567, AB-12/3, Walk1731 and CD19-negative",
        "on 2021-02-21 under 2016-004674-17, version 1.2.3",
        "https://example.org/10/24?p=0.05 and 10.1182/blood.2024024493",
        "below 10^-4 or 10⁻⁴",
        "the 2nd cast",
        "12345678901234567890",
    ],
)
def test_no_quantity(text: str) -> None:
    """Identifiers, dates, addresses and words with digits are no quantities."""
    assert shown(text) == []


def test_offsets() -> None:
    """Every quantity and number knows where it stands, with its bound and its unit."""
    text = "It was 10/24 (41.7%), p < .001."
    quantities = read_quantities(text)
    assert [text[q.start : q.end] for q in quantities] == ["10/24", "41.7%", "p < .001"]
    assert [text[n.start : n.end] for q in quantities for n in q.numbers] == ["10", "24", "41.7", "< .001"]


_WORDS = "95% CI|HR|hazard ratio|SE|p|between |months|10|24|1,440|e7|×10| for | of | to | vs | and |a"
_PIECES = st.sampled_from([*_WORDS.split("|"), *"<=/%(–.·, −±-)"])


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text(text: str) -> None:
    """Any text can be read: quantities in order, apart, each number in its place and as written."""
    quantities = read_quantities(text)
    edges = [edge for quantity in quantities for edge in (quantity.start, quantity.end)]
    assert edges == sorted(edges)
    for quantity in quantities:
        assert quantity.numbers
        for number in quantity.numbers:
            assert quantity.start <= number.start < number.end <= quantity.end
            assert text[number.start : number.end] == number.text


_ADVERSE = [
    "1",
    "1,",
    "1,000",
    "1 ",
    "1/",
    "1.",
    "a1-",
    "95% CI ",
    "HR for ",
    "hazard ratio ",
    "p for ",
    "9 of ",
]


@pytest.mark.parametrize("piece", _ADVERSE)
def test_long_text(piece: str) -> None:
    """A long monotonous text is read as any other; a pattern that backtracked would never return."""
    read_quantities(piece * 50_000)
