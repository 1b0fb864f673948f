"""The risk of bias of a study, by the tool that fits its design."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.model.location import Location


@dataclass(frozen=True, slots=True)
class Tool:
    """The judgements that a tool knows, the best first, and its domains; none where it leaves them open."""

    judgements: tuple[str, ...]
    domains: tuple[str, ...] = ()


TOOLS: Mapping[str, Tool] = {
    "RoB 2": Tool(
        ("low", "some concerns", "high"),
        (
            "randomisation process",
            "deviations from intended interventions",
            "missing outcome data",
            "measurement of the outcome",
            "selection of the reported result",
        ),
    ),
    "ROBINS-I": Tool(
        ("low", "moderate", "serious", "critical", "no information"),
        (
            "confounding",
            "selection of participants",
            "classification of interventions",
            "deviations from intended interventions",
            "missing data",
            "measurement of outcomes",
            "selection of the reported result",
        ),
    ),
    "JBI": Tool(("yes", "no", "unclear", "not applicable", "low", "moderate", "high")),
}
"""The tools by name."""


@dataclass(frozen=True, slots=True)
class BiasDomain:
    """One domain of a tool, what was judged and why."""

    name: str
    judgement: str
    reason: str


@dataclass(frozen=True, slots=True)
class BiasAssessment:
    """The risk of bias of one study by one tool; what is not judged is not there, `overall` is then empty.

    `judged_by` is `machine` or the name of a person.
    """

    study: str
    tool: str
    overall: str
    domains: tuple[BiasDomain, ...]
    judged_by: str
    location: Location

    @property
    def is_empty(self) -> bool:
        """Whether nothing was judged."""
        return not self.overall and not self.domains
