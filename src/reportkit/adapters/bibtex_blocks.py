"""A BibTeX file as blocks: read by bibtexparser, recovered at the next entry where that fails."""

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportkit.adapters.bibtex_entry import Problem, RawEntry
from reportkit.adapters.bibtex_recovery import recover
from reportkit.adapters.bibtex_sound import locate_entry
from reportkit.adapters.bibtex_stray import with_stray_text
from reportkit.adapters.bibtex_values import BLANK, Braces

if TYPE_CHECKING:
    from bibtexparser.model import Entry

# An entry begins on a line of its own; whatever is broken before it does not reach it. In parentheses it
# needs a key, or every `@home (37 °C)` in an abstract would be one.
_BLOCK_START = re.compile(
    rf"^[ \t]*+(?=@\s*+\w++{BLANK}(?:\{{|\(\s*+[\w:-]++[ \t]*+[,=\n]|(?<=comment)\(|(?<=preamble)\())",
    re.MULTILINE | re.IGNORECASE,
)
_COMMENT_HEAD = re.compile(rf"@\s*+comment{BLANK}(?={{)", re.IGNORECASE)
_COMMENTED_LINE = re.compile(r"^[ \t]*+%.*", re.MULTILINE)
_AT_ONCE = 200_000  # characters that bibtexparser is given: few enough to hold all that it makes of them

# bibtexparser also logs what is reported here with its place.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_blocks(text: str) -> Iterator[RawEntry | Problem]:
    """Entries, abbreviations, comments and preambles in file order, and what is wrong with them."""
    return with_stray_text(text, _blocks(text))


def _blocks(text: str) -> Iterator[RawEntry | Problem]:
    """The blocks from one block's start to the next; bibtexparser's reading counts where pandoc shares it."""
    for starts in _portions([*_block_starts(text), len(text)]):
        found = _entries(text, starts[0], starts[-1])
        upcoming = next(found, None)
        for start, end in pairwise(starts):
            entries: list[RawEntry | None] = []
            while upcoming and upcoming[0] < end:
                place, entry = upcoming
                entries.append(locate_entry(text, place, entry) if entry else None)
                upcoming = next(found, None)
            read = [entry for entry in entries if entry]
            sound = read if read == entries else ()
            yield from _with_gaps(text, sound, start, end)


def _with_gaps(text: str, sound: Sequence[RawEntry], start: int, end: int) -> Iterator[RawEntry | Problem]:
    """Sound entries between two places but for those behind a `%`, and what can be recovered around them."""
    for entry in sound:
        line = max(start, text.rfind("\n", start, entry.span.start))
        if "%" not in text[line : entry.span.start]:
            yield from recover(text, start, entry.span.start)
            yield entry
            start = entry.span.end
    yield from recover(text, start, end)


def _block_starts(text: str) -> Iterator[int]:
    """Where blocks begin; what a comment has within its braces is no entry."""
    braces: Braces | None = None
    commented = 0
    for match in _BLOCK_START.finditer(text):
        if match.end() < commented:
            continue
        yield match.end()
        if comment := _COMMENT_HEAD.match(text, match.end()):
            braces = braces or Braces(text, comment.end(), len(text))
            commented = braces.closing(comment.end()) or 0


def _portions(starts: Sequence[int]) -> Iterator[Sequence[int]]:
    """The starts of blocks in portions that overlap by one: where a portion ends, the next begins."""
    first = 0
    for last in range(1, len(starts)):
        if starts[last] - starts[first] > _AT_ONCE or last == len(starts) - 1:
            yield starts[first : last + 1]
            first = last


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, "Entry | None"]]:
    """What bibtexparser makes of a part of the text: each block's place and, if it is one, its entry.

    It does not know that `%` begins a comment: whole lines of that kind are blanked out for it.
    """
    from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock  # noqa: PLC0415 (slow to load)
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 (slow to load)

    part = _COMMENTED_LINE.sub(lambda line: " " * len(line[0]), text[start:end])
    place = 0
    for block in Splitter(part).split().blocks:
        if isinstance(block, ImplicitComment):
            continue
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        raw = block.raw or ""
        place = part.index(raw, place)
        yield start + place, entry if isinstance(entry, Entry) else None
        # What it gives up on may go on into the block behind.
        place += len(raw) if entry else bool(raw)
