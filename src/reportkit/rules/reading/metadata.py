"""What stands under which key of a chapter's metadata."""

from collections.abc import Collection

from reportkit.model.chapter import Chapter
from reportkit.rules.reading.passages import Stretches


def metadata(chapter: Chapter, keys: Collection[str] | None = None) -> Stretches:
    """The entries with these keys, or all of them."""
    return Stretches(tuple(e.span for e in chapter.scan.metadata if keys is None or e.key in keys))
