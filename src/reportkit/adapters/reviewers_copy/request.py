"""What a copy for reviewers is to have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReviewersCopy:
    """A copy for reviewers; `earlier` is the page of the version that bars show the changes since, if any."""

    double_spaced: bool = False
    earlier: str = ""
