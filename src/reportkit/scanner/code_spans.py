"""Code in running text."""

import re
from bisect import bisect_left
from collections import defaultdict

from reportkit.model.tokens import Code
from reportkit.scanner import markers
from reportkit.scanner.attributes import attributes_at, raw_format_end
from reportkit.scanner.extracts import Place
from reportkit.scanner.fences import opening_end
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.labels import identifier
from reportkit.scanner.markup import unclosed
from reportkit.scanner.nodes import Found

_BACKTICKS = re.compile(r"`+")


def code(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A code span: as many backticks behind it as before it."""
    opening = _BACKTICKS.match(inlines.text, at, inlines.end)
    if opening is None:
        return None
    close = _closing(inlines, opening.end(), len(opening[0]))
    if close is None:
        return None
    after = close + len(opening[0])
    if raw := raw_format_end(inlines.text, after, inlines.end):
        return Match(raw, (), word_end)
    attributes = attributes_at(inlines.text, after, inlines.end)
    end = attributes.end if attributes else after
    span = Code(inlines.text[opening.end() : close], inlines.fragment.span(at, end), is_block=False)
    return Match(end, [Found(span), *identifier(inlines.fragment, attributes, "code")], word_end)


def unclosed_fence(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    """A fence of backticks whose end is missing; it may interrupt a paragraph."""
    line = max(inlines.text.rfind("\n", inlines.extract.start, at) + 1, inlines.extract.start)
    end = opening_end(inlines.text, line, inlines.end)
    if end is None or inlines.text[line:at].strip():
        return None
    opening = unclosed(inlines.fragment, "fence", at, end)
    return Match(at + 1, [inlines.visible(at, at + 1), opening], word_end)


def _closing(inlines: Inlines, at: int, count: int) -> int | None:
    if inlines.backticks is None:
        inlines.backticks = _runs(inlines)
    places = inlines.backticks.get(count, [])
    index = bisect_left(places, at)
    if index == len(places) or places[index] >= _limit(inlines, at):
        return None
    return places[index]


def _runs(inlines: Inlines) -> dict[int, list[int]]:
    """Where the runs of backticks of each length stand."""
    runs = defaultdict(list)
    for run in _BACKTICKS.finditer(inlines.text, inlines.extract.start, inlines.end):
        runs[len(run[0])].append(run.start())
    return runs


def _limit(inlines: Inlines, at: int) -> int:
    """The first line end that no code span reaches across; good for every place before it."""
    known = inlines.code_limit
    if known is not None and known[0] <= at <= known[1]:
        return known[1]
    line = at
    while (line := inlines.text.find("\n", line, inlines.end) + 1) > 0:
        if markers.is_blank(inlines.text, line, inlines.end):
            break
        if inlines.context.in_list and markers.item_at(inlines.text, line, inlines.end):
            break
    limit = line - 1 if line > 0 else inlines.end
    inlines.code_limit = (at, limit)
    return limit
