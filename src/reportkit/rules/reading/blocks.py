"""The blocks of a chapter as its author sees them: from blank line to blank line, tables and code whole."""

from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.location import Span


def block_at(chapter: Chapter, place: int) -> Span:
    """The whole lines of the block that a place lies in."""
    text = chapter.source.text
    start = line_start(text, place)
    while start and not _is_blank(text, line_start(text, start - 1)):
        start = line_start(text, start - 1)
    end = line_end(text, place)
    while end < len(text) and not _is_blank(text, end + 1):
        end = line_end(text, end + 1)
    for whole in _with_blank_lines(chapter):
        if whole.start < end and start < whole.end:
            start = min(start, line_start(text, whole.start))
            end = max(end, line_end(text, max(whole.start, whole.end - 1)))
    return Span(start, end)


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of a place ends, before its line end."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _is_blank(text: str, start: int) -> bool:
    return not text[start : line_end(text, start)].strip()


def _with_blank_lines(chapter: Chapter) -> Iterator[Span]:
    """What may have blank lines in it."""
    scan = chapter.scan
    yield from (code.span for code in scan.code if code.is_block)
    yield from (table.span for table in scan.tables)
    yield from (item.span for item in scan.items)
    yield from (footnote.span for footnote in scan.footnotes)
