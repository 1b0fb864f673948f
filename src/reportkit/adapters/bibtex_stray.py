"""Text between BibTeX entries: free comments, or what is left of a torn entry."""

import re
from collections.abc import Iterable, Iterator

from reportkit.adapters.bibtex_entry import Problem, RawEntry
from reportkit.model.location import Span

_TORN = re.compile(r"@|[{}]|\w\s*+=\s*+[\"\w]")
_LINE_COMMENT = re.compile(r"%.*")


def with_stray_text(text: str, blocks: Iterable[RawEntry | Problem]) -> Iterator[RawEntry | Problem]:
    """The blocks, and what looks like a part of one but stands outside all: pandoc drops or refuses it.

    What follows a broken entry is not looked at, because its problem explains it.
    """
    place, key, sound = 0, "", True
    for block in blocks:
        if isinstance(block, Problem):
            sound = False
        else:
            if sound:
                yield from _torn(text, Span(place, block.span.start), key)
            place, key, sound = block.span.end, block.key, True
        yield block
    if sound:
        yield from _torn(text, Span(place, len(text)), key)


def _torn(text: str, gap: Span, key: str) -> Iterator[Problem]:
    content = _LINE_COMMENT.sub(lambda comment: " " * len(comment[0]), text[gap.start : gap.end])
    torn = None if content.isspace() else _TORN.search(content)
    if not torn:
        return
    first_line = content.partition("\n")[0]
    follows = bool(key and first_line.strip())
    line = 0 if follows else content.rfind("\n", 0, torn.start()) + 1
    start = gap.start + line + len(content[line:]) - len(content[line:].lstrip())
    hint = "Look for a brace too many before it, or for a missing `@type{key,`; start a comment with `%`."
    message = "this stands outside all entries"
    yield Problem("BIB001", message, Span(start, start + 1), hint, key if follows else None)
