"""What stands under which key of a chapter's metadata."""

import re
from collections.abc import Collection

from reportkit.model.chapter import Chapter
from reportkit.model.tokens import Scan
from reportkit.rules.reading.passages import Stretches

_ID = re.compile(r"""^\s*(?:-\s*)?["']?id["']?\s*:\s*["']?([^"'\s]+)""", re.MULTILINE)


def metadata(chapter: Chapter, keys: Collection[str] | None = None) -> Stretches:
    """The entries with these keys, or all of them."""
    return Stretches(tuple(e.span for e in chapter.scan.metadata if keys is None or e.key in keys))


def own_references(scan: Scan) -> frozenset[str]:
    """The keys of the references that a document lists in its own metadata."""
    entries = (entry.text for entry in scan.metadata if entry.key == "references")
    return frozenset(key for text in entries for key in _ID.findall(text))
