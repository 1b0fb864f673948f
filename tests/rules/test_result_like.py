"""Which numbers of a sentence read like results."""

import pytest

from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.model.tokens import Prose, ProseKind, Scan
from reportkit.rules.reading.passages import passages
from reportkit.rules.reading.result_like import results_in


def results(sentence: str) -> list[str]:
    """The results of a paragraph without markup."""
    prose = Prose(ProseKind.PARAGRAPH, sentence, tuple(range(len(sentence))))
    chapter = Chapter(SourceText("chapters/10.md", sentence), Scan(prose=(prose,)))
    return [
        sentence[quantity.start : quantity.end]
        for passage in passages(Review(Settings(), (chapter,)))
        for quantity, _ in results_in(passage)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Half of the children, 41.7%, could walk.", ["41.7%"]),
        ("They had 250/500 µg or 5/15 mg/m², and 3/4 slept.", ["3/4"]),
        ("In all, 10/24 walked and 20 of the 24 stood.", ["10/24", "20 of the 24"]),
        ("It was 10 of 24 (42%, 95% CI 22–63).", ["10 of 24", "42%", "95% CI 22–63"]),
        ("The brace halved falls (HR 0.33 (0.18–0.61), p < 0.001).", ["HR 0.33", "0.18–0.61", "p < 0.001"]),
        ("The hazard ratio for falling was 0.33.", ["hazard ratio for falling was 0.33"]),
        ("Between 25% and 30% fell.", ["Between 25% and 30%"]),
        ("The median follow-up was 26.3 months.", ["26.3 months"]),
        ("Median time to walking: 26 days.", ["26 days"]),
        ("The median time to walking was 26 days.", ["26 days"]),
        ("with a median of 8 months", ["8 months"]),
        ("The mean was 4.4 months.", ["4.4 months"]),
        ("It was 72 ± 5 days.", ["72 ± 5 days"]),
        ("It was 0.72 ± 0.05.", ["0.72 ± 0.05"]),
        ("Walking took 97.5% (SE 1.3) of them.", ["97.5%", "SE 1.3"]),
    ],
)
def test_results(sentence: str, expected: list[str]) -> None:
    """Percentages, fractions, intervals, ratios, p values and medians are results."""
    assert results(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial enrolled 1,440 children from 2018 to 2022 in 14 countries.",
        "Children aged 1 to 9 years, and infants under 28 days, wore a cast for 42 days.",
        "Patients were 1–17 years old; the 3-year and 24-month rates follow.",
        "At 24 months most walked; by 36 months all did.",
        "The median time to fall at 24 months is not known.",
        "Of median age, those followed for 24 months walked.",
        "A dose of 15 mg/m² (at most 28 mg) was given on day 1 of cycle 2, then every 28 days.",
        "Grade 3–4 pain was rare in this phase 2 trial (NCT01234567).",
        "All intervals are 95% confidence intervals; a 95% CI is exact.",
        "Trial AB-12/3 of 2021-02-21 is described in Section 4.2 and Table 3.",
        "On 14 June 2024 the agency extended the age limit to 1 month.",
        "In 2021/22 the clinic was open 24/7; blood pressure was 120/80 mmHg.",
        "Of 24 children, 10 walked and 14 did not (n = 24).",
        "A residual of 10^-4 counts as none.",
    ],
)
def test_no_results(sentence: str) -> None:
    """Years, ages, doses, time points, grades, phases, counts and names are not."""
    assert results(sentence) == []
