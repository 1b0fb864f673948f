"""What is released has to be what is committed."""

from collections.abc import Iterator

from reportkit.model.release import Demand, Matter, WorkTree

_COMMIT = "commit them, or take them out: a release can be made again from its commit"


def demands(work_tree: WorkTree) -> Iterator[Demand]:
    """Files that differ from the last commit, or why that cannot be told."""
    if work_tree.unknown:
        message = f"whether all is committed cannot be told: {work_tree.unknown}"
        yield Demand(Matter.WORK_TREE, None, message, "keep the review under version control with git")
    if work_tree.uncommitted:
        number = len(work_tree.uncommitted)
        message = f"{number} file{'' if number == 1 else 's'} with changes that are not committed"
        yield Demand(Matter.WORK_TREE, None, message, _COMMIT, work_tree.uncommitted)
