"""The versions of a review, and what each changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportkit.model.location import Location


@dataclass(frozen=True, slots=True)
class Version:
    """One version: why it was made, and how its studies, results, conclusions and methods differ.

    Studies are named by id, results by the id of their row. What is empty did not change.
    """

    version: str
    date: str
    trigger: str
    studies_added: tuple[str, ...]
    studies_removed: tuple[str, ...]
    results_changed: tuple[str, ...]
    conclusions_changed: str
    methods_changed: str
    location: Location


def newest(versions: Sequence[Version]) -> Version | None:
    """The version of the latest day, of several on one day the one that is listed first."""
    return max(versions, key=lambda version: version.date, default=None)
