"""What the authors of a review do not want to be told, from all of its files.

In Markdown a comment that stands alone is about the block below it, one within a paragraph, list item or
heading about that. In BibTeX a line that begins with `%` is about the entry below it. Beside the evidence
stands a list.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Bibliography
from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText, Span
from reportkit.model.review import Review
from reportkit.model.suppression import Suppression
from reportkit.rules.reading.blocks import block_at, line_end, line_start
from reportkit.rules.reading.remarks import Remark, read_remark, suppressions_in

_SIGN = "rk:"
_OPENING = "<!--"
_BIBTEX_LINE = re.compile(r"^[ \t]*%([ \t]*rk:[^\n]*)\n?", re.MULTILINE)
_BLANKS_AND_COMMENTS = re.compile(r"(?:\s|<!--.*?-->)*", re.DOTALL)
_BLANKS_AND_PERCENT_LINES = re.compile(r"(?:\s|%[^\n]*)*")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)|\Z")
# What may belong to a block above it once no comment keeps the two apart.
_DEPENDENT = re.compile(r"[ \t]|[-+*:~>|]|\(?\w{1,9}[.)]|\(?@|Table:|#\.")


def suppressions(review: Review) -> Iterator[Suppression]:
    """Every suppression, file by file."""
    for chapter in review.chapters:
        yield from _of_chapter(chapter)
    for source in review.bibliography.sources:
        if _SIGN in source.text:
            yield from _of_bibliography(source, review.bibliography)
    if review.evidence:
        yield from review.evidence.suppressions


def _of_chapter(chapter: Chapter) -> Iterator[Suppression]:
    text = chapter.source.text
    comments = [comment for comment in chapter.scan.comments if comment.text.lstrip().startswith(_SIGN)]
    remarks = (
        read_remark(
            comment.text,
            text.index(_OPENING, comment.span.start) + len(_OPENING),
            comment.span,
            _removable(text, comment.span),
        )
        for comment in comments
    )
    found = [remark for remark in remarks if remark]
    return suppressions_in(chapter.source, found, lambda span: _about(chapter, span))


def _about(chapter: Chapter, comment: Span) -> Span:
    """The prose around a comment, or the block below it."""
    text = chapter.source.text
    around = [
        (prose.offsets[0], prose.offsets[-1])
        for prose in chapter.scan.prose
        if prose.offsets[0] < comment.start and "\n" not in text[prose.offsets[-1] + 1 : comment.start]
    ]
    if around:
        last = max(comment.end, *(end for _, end in around))
        return Span(line_start(text, min(start for start, _ in around)), line_end(text, last))
    below = _BLANKS_AND_COMMENTS.match(text, comment.end)
    return block_at(chapter, below.end() if below else comment.end)


def _removable(text: str, comment: Span) -> Span | None:
    """What to remove with a comment so that nothing else changes; None where something might."""
    start, end = line_start(text, comment.start), line_end(text, comment.end)
    before, behind = text[start : comment.start], text[comment.end : end]
    if before.strip():
        kept = before.rstrip()
        apart = len(kept) < len(before) and not kept.endswith("\\") and behind[:1] in {"", " ", "\t"}
        return Span(start + len(kept), comment.end) if apart else None
    below = text[end:].lstrip("\n")
    if behind.strip() or before or _DEPENDENT.match(below):
        return None
    return Span(start, min(end + 1, len(text)))


def _of_bibliography(source: SourceText, bibliography: Bibliography) -> Iterator[Suppression]:
    remarks = (
        read_remark(line[1], line.start(1), Span(line.start(), line.end(1)), Span(*line.span()))
        for line in _BIBTEX_LINE.finditer(source.text)
    )
    entries = {
        reference.span.start: reference.span.end
        for reference in bibliography.references
        if reference.source is source
    }
    found: list[Remark] = [remark for remark in remarks if remark]
    return suppressions_in(source, found, lambda span: _entry_below(source.text, entries, span))


def _entry_below(text: str, entries: dict[int, int], line: Span) -> Span:
    """The entry below a line, or whatever else stands there up to a blank line."""
    below = _BLANKS_AND_PERCENT_LINES.match(text, line.end)
    start = below.end() if below else line.end
    blank = _BLANK_LINE.search(text, start)
    return Span(start, entries.get(start, blank.start() if blank else len(text)))
