"""Judgements about the evidence, as their files say them."""

import pytest

from reportkit.adapters.certainty import read_certainty, read_risk_of_bias
from reportkit.model.certainty import Level
from reportkit.model.location import SourceText

SOUND = """\
certainty:
- id: healing
  comparison: splint against cast
  outcome: healed
  randomised: {randomised}
  ratings: [{ratings}]
  statement: It probably helps.
  judged_by: Ann Reed
"""


def _read(randomised: str, ratings: str) -> tuple[Level, list[str]]:
    text = SOUND.replace("{randomised}", randomised).replace("{ratings}", ratings)
    (found,), faults = read_certainty(SourceText("certainty.yaml", text))
    return found.level, [fault.message for fault in faults]


def _rating(domain: str, step: int | str, reason: str = "so it is") -> str:
    return f"{{domain: {domain}, step: {step}, reason: {reason}}}"


@pytest.mark.parametrize(
    ("randomised", "ratings", "level"),
    [
        ("true", "", Level.HIGH),
        ("false", "", Level.LOW),
        ("true", _rating("imprecision", -1), Level.MODERATE),
        ("true", ", ".join([_rating("imprecision", -2), _rating("indirectness", -2)]), Level.VERY_LOW),
        ("false", _rating("large effect", "+2"), Level.HIGH),
        ("true", _rating("dose response", 1), Level.HIGH),
    ],
)
def test_level(randomised: str, ratings: str, level: Level) -> None:
    """Randomised evidence begins high and other evidence low; steps lead no further than the ends."""
    assert _read(randomised, ratings) == (level, [])


@pytest.mark.parametrize(
    ("rating", "message"),
    [
        (_rating("imprecision", -1, ""), "`reason` is missing"),
        (_rating("luck", -1), "`luck` is none of"),
        (_rating("imprecision", -3), "`-3` is none of"),
        (_rating("imprecision", 1), "`imprecision` cannot raise it"),
        (_rating("large effect", -1), "`large effect` cannot lower it"),
    ],
)
def test_odd_rating(rating: str, message: str) -> None:
    """A step needs a known domain, a direction that fits it, and a reason."""
    _, messages = _read("true", rating)
    assert any(told.startswith(message) for told in messages)


def test_a_domain_that_the_tool_does_not_have() -> None:
    """A slip is told with the domain that was meant; what was not judged may be left out."""
    text = (
        "assessments:\n- study: firm\n  tool: RoB 2\n  judged_by: machine\n  domains:\n"
        "  - {name: randomization process, judgement: low, reason: sealed envelopes}\n"
    )
    (found,), faults = read_risk_of_bias(SourceText("risk-of-bias.yaml", text))
    assert found.overall == ""
    assert [(f.message, f.hint) for f in faults] == [
        ("the tool has no domain `randomization process`", "Did you mean `randomisation process`?")
    ]


def test_risk_of_bias() -> None:
    """Judgements are those of the tool; others are told at their place."""
    text = (
        "assessments:\n- study: firm\n  tool: RoB 2\n  overall: serious\n  judged_by: machine\n  domains:\n"
        "  - {name: randomisation process, judgement: low, reason: sealed envelopes}\n"
    )
    (found,), faults = read_risk_of_bias(SourceText("risk-of-bias.yaml", text))
    assert [domain.judgement for domain in found.domains] == ["low"]
    assert [(str(f.location), f.message) for f in faults] == [
        ("risk-of-bias.yaml:4:12", "`serious` is none of: low, some concerns, high")
    ]
