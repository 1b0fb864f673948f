"""All that a release demands of a review."""

from reportkit.check.findings import Findings
from reportkit.model.release import Demand, WorkTree
from reportkit.model.review import Review
from reportkit.release import extraction, findings, judgements, locks, verification, versions, work_tree


def all_demands(found: Findings, review: Review, tree: WorkTree) -> tuple[Demand, ...]:
    """The demands of every matter, in the order in which a team would see to them."""
    return (
        *findings.demands(found),
        *verification.demands(review),
        *extraction.demands(review),
        *judgements.demands(review),
        *versions.demands(review),
        *locks.demands(review),
        *work_tree.demands(tree),
    )
