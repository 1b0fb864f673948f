"""Which citations stand beside a number: those of its sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.location import Span
from reportkit.model.tokens import CitationGroup, Prose, Tie

# Not behind initials and abbreviations; a citation behind the full stop still belongs to its sentence.
_END = re.compile(r"(?<!\b(?:vs|cf|al))(?<!\b[A-Za-z])[.!?]['\"”’)]?(?:\s*\ufffc)*\s+")


def beside(chapter: Chapter, tie: Tie) -> list[CitationGroup]:
    """The citations that could be meant as the source of a tied number, none if its sentence has none.

    That is the next one in brackets, and one before it that names its authors in the text; where neither is
    there, the nearest one before.
    """
    sentence = sentence_around(chapter, tie)
    groups = [g for g in chapter.scan.groups if sentence.start <= g.span.start < sentence.end]
    before = [group for group in groups if group.span.start < tie.span.start]
    after = [group for group in groups if group.span.start > tie.span.start]
    following = [group for group in after if group.bracketed][:1]
    naming = [group for group in before if not group.bracketed][-1:]
    return following + naming or before[-1:] or after[:1]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, each with the citations and the space behind its full stop."""
    start = 0
    for found in _END.finditer(text):
        yield Span(start, found.end())
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


def sentence_around(chapter: Chapter, tie: Tie) -> Span:
    """The sentence around a tie; nothing where it stands in no prose."""
    for prose in chapter.scan.prose:
        if prose.offsets and prose.offsets[0] <= tie.text_span.end and tie.span.start <= prose.offsets[-1]:
            return _around(prose, bisect_right(prose.offsets, tie.text_span.start) - 1)
    return Span(tie.span.start, tie.span.start)


def _around(prose: Prose, index: int) -> Span:
    ends = [found.end() for found in _END.finditer(prose.text)]
    start = max((end for end in ends if end <= index), default=0)
    end = min((end for end in ends if end > index), default=len(prose.text))
    return prose.span(start, end)
