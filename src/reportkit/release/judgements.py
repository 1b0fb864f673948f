"""Ratings and assessments that only a machine has judged; one without a reason is an error of the check."""

from collections.abc import Callable, Iterator, Sequence

from reportkit.model.bias import BiasAssessment
from reportkit.model.certainty import MACHINE, Certainty
from reportkit.model.evidence import Evidence
from reportkit.model.release import Demand, Matter
from reportkit.model.review import Review

_JUDGE = "a person judges anew and writes their name as `judged_by`"


def demands(review: Review) -> Iterator[Demand]:
    """Ratings of certainty first, then assessments of risk of bias."""
    evidence = review.evidence or Evidence()
    yield from _by_machine(evidence.certainty, "ratings of certainty", lambda rated: rated.id)
    yield from _by_machine(evidence.bias, "assessments of risk of bias", lambda assessed: assessed.study)


def _by_machine(
    judged: Sequence[Certainty] | Sequence[BiasAssessment], what: str, name: Callable[..., str]
) -> Iterator[Demand]:
    proposed = [one for one in judged if one.judged_by.casefold() == MACHINE]
    if proposed:
        message = f"{len(proposed)} of {len(judged)} {what} are the proposal of a machine"
        yield Demand(Matter.CERTAINTY, proposed[0].location, message, _JUDGE, tuple(map(name, proposed)))
