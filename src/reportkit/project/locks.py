"""What registries said about the references, where a dated lock of it lies beside the review."""

from dataclasses import replace
from pathlib import Path

from reportkit.adapters.metadata_lock import read_metadata_lock
from reportkit.adapters.retractions import read_retractions
from reportkit.model.diagnostic import Fault
from reportkit.model.review import Review
from reportkit.rules.reading.works import all_identifiers


def with_locks(root: Path, review: Review) -> Review:
    """The review with its locks; one that cannot be read is a fault, and rules about it do not apply."""
    settings = review.settings
    metadata = read_metadata_lock(root, settings.metadata)
    retractions = read_retractions(root, settings.retractions, lambda: all_identifiers(review.bibliography))
    unread = [lock for lock in (metadata, retractions) if isinstance(lock, Fault)]
    return replace(
        review,
        metadata=None if isinstance(metadata, Fault) else metadata,
        retractions=None if isinstance(retractions, Fault) else retractions,
        faults=(*review.faults, *unread),
    )
