"""A BibTeX file as blocks: read by bibtexparser, recovered at the next entry where that fails."""

import logging
import re
from collections.abc import Sequence
from itertools import pairwise

from reportkit.adapters.bibtex_entry import Problem, RawEntry, locate_entry
from reportkit.adapters.bibtex_recovery import recover
from reportkit.adapters.bibtex_stray import stray_text
from reportkit.adapters.bibtex_values import closing_brace

# An entry begins on a line of its own; whatever is broken before it does not reach it.
_BLOCK_START = re.compile(r"^[ \t]*(?=@\s*\w*\s*[{(])", re.MULTILINE)
_COMMENTED_LINE = re.compile(r"^[ \t]*%.*", re.MULTILINE)
_COMMENT_HEAD = re.compile(r"@\s*comment\s*(?={)", re.IGNORECASE)

# bibtexparser also logs what is reported here with its place.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def read_blocks(text: str) -> list[RawEntry | Problem]:
    """Entries, abbreviations, comments and preambles in file order, and what is wrong with them.

    A line that begins with `%` is blanked out first, as an entry may well be commented out in this way.
    """
    text = _COMMENTED_LINE.sub(lambda line: " " * len(line[0]), text)
    stretches = pairwise([*_block_starts(text), len(text)])
    blocks = [block for start, end in stretches for block in _read_stretch(text, start, end)]
    return [*blocks, *stray_text(text, blocks)]


def _block_starts(text: str) -> list[int]:
    """Where blocks begin; what a comment has within its braces is no entry."""
    starts: list[int] = []
    commented = 0
    for match in _BLOCK_START.finditer(text):
        if match.end() < commented:
            continue
        starts.append(match.end())
        if comment := _COMMENT_HEAD.match(text, match.end()):
            commented = closing_brace(text, comment.end(), len(text)) or 0
    return starts


def _read_stretch(text: str, start: int, end: int) -> Sequence[RawEntry | Problem]:
    """The blocks between two places; bibtexparser's reading counts where pandoc shares it."""
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry, ImplicitComment  # noqa: PLC0415 (slow to load)
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 (slow to load)

    located: list[RawEntry] = []
    place = start
    for block in Splitter(text[start:end]).split().blocks:
        if isinstance(block, ImplicitComment):
            continue
        entry = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else block
        raw = locate_entry(text, place, entry) if isinstance(entry, Entry) else None
        if raw is None:
            return list(recover(text, start, end))
        located.append(raw)
        place = raw.span.end
    return located or list(recover(text, start, end))
