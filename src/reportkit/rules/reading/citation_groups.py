"""What each citation of a group covers: `[see @a, p. 3; @b]` has two parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.chapter import Chapter
from reportkit.model.location import Span
from reportkit.model.tokens import Citation, CitationGroup


@dataclass(frozen=True, slots=True)
class Part:
    """One citation with the words around it, from the semicolon before it to the one behind it."""

    citation: Citation
    span: Span
    prefix: str
    locator: str


def parts(chapter: Chapter, group: CitationGroup) -> Iterator[Part]:
    """The parts of a group in brackets."""
    text = chapter.source.text
    start, last = group.span.start + 1, group.span.end - 1
    following = [citation.span.start for citation in group.citations[1:]]
    for citation, limit in zip(group.citations, [*following, None], strict=True):
        behind = citation.span.end
        end = last if limit is None else max(text.rfind(";", behind, limit), behind)
        prefix = text[start : citation.span.start].strip("; \n")
        yield Part(citation, Span(start, end), prefix, text[behind:end].strip(", \n"))
        start = end
