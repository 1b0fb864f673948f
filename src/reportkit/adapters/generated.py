"""Files that a document writes itself when it is made, by the code that it runs."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from reportkit.model.chapter import Chapter

_WRITING = re.compile(r"write|save|download|export|copy|\b(?:sink|cat|dump)\(", re.IGNORECASE)


def is_generated(name: str, chapters: Iterable[Chapter]) -> bool:
    """Whether a chunk that writes something names a file of this name, as `knitr::write_bib` does."""
    named = re.compile(rf"""["'](?:[^"'\n]*/)?{re.escape(PurePosixPath(name).name)}["']""")
    return any(
        named.search(text, chunk.span.start, chunk.span.end)
        and _WRITING.search(text, chunk.span.start, chunk.span.end)
        for chapter in chapters
        for text in [chapter.source.text]
        for chunk in chapter.scan.chunks
    )
