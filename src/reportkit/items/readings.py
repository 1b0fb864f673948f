"""How a result was read a second time: the mark of each way, and the words for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportkit.model.evidence import Result


@dataclass(frozen=True, slots=True)
class Reading:
    """A way of second reading; a filled mark stands for a confirmation from elsewhere."""

    mark: str
    words: str


READINGS: Mapping[str, Reading] = {
    "no": Reading("△", "not read a second time"),
    "same_copy": Reading("○", "read again only in the copy it was taken from"),
    "source_document": Reading("□", "stands in a source document of this review"),
    "second_source": Reading("▲", "confirmed by a second source"),
    "page": Reading("●", "read again at the publisher, a registry or an institution"),
}
"""The ways by the words of the column `recheck`, the weakest first."""


def weakest(results: Iterable[Result]) -> str:
    """The weakest way among results; nothing where none has any."""
    ways = {result.recheck for result in results}
    return next((name for name in READINGS if name in ways), "")
