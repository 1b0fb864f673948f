"""Where a remark has to stand so that a finding is not told any more, and nothing else changes by it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass

from reportkit.model.bibliography import Bibliography
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Edit
from reportkit.model.location import SourceText, Span
from reportkit.model.tokens import Comment, Prose
from reportkit.rules.reading.blocks import block_at, line_end, line_start
from reportkit.scanner import scan

# Above these a comment would end a list, or fall out of one.
_OF_A_LIST = re.compile(r"[ \t]|[-+*][ \t]|\(?(?:\w{1,9}|#|@\w*)[.)][ \t]")
_DEFINITION = re.compile(r"^ {0,3}[:~][ \t]", re.MULTILINE)

_Codes = Mapping[int, Iterable[str]]
_Texts = dict[int, str]


def remarks_in_chapter(chapter: Chapter, found: Iterable[Diagnostic], reason: str) -> tuple[Edit, ...]:
    """A comment above each block that has findings, or behind each item of a list.

    None is added that would change what the scanner reads.
    """
    above: dict[int, set[str]] = defaultdict(set)
    behind: dict[int, set[str]] = defaultdict(set)
    tables = {line_start(chapter.source.text, table.span.start) for table in chapter.scan.tables}
    for diagnostic in found:
        offset = chapter.source.offset(diagnostic.location.start)
        block = block_at(chapter, offset)
        if block.start in tables or not _is_of_a_list(chapter.source.text[block.start : block.end]):
            above[block.start].add(diagnostic.code)
        elif (end := _end_of_prose(chapter, offset)) is not None:
            behind[end].add(diagnostic.code)
    texts = {
        at: f"<!-- {_remark(codes, reason)} -->\n" + ("\n" if at in tables else "")
        for at, codes in above.items()
    }
    texts |= {at: f" <!-- {_remark(codes, reason)} -->" for at, codes in behind.items()}
    return _edits(chapter.source, _harmless(chapter, texts))


def remarks_in_bibliography(
    source: SourceText, bibliography: Bibliography, found: Iterable[Diagnostic], reason: str
) -> tuple[Edit, ...]:
    """A line above each entry that has findings and begins a line."""
    entries = sorted(
        reference.span.start for reference in bibliography.references if reference.source is source
    )
    codes: dict[int, set[str]] = defaultdict(set)
    for diagnostic in found:
        number = bisect_right(entries, source.offset(diagnostic.location.start))
        if number:
            codes[entries[number - 1]].add(diagnostic.code)
    texts = {
        line_start(source.text, at): f"% {_remark(names, reason)}\n"
        for at, names in codes.items()
        if not source.text[line_start(source.text, at) : at].strip()
    }
    return _edits(source, texts)


def _remark(codes: Iterable[str], reason: str) -> str:
    return f"rk: ignore[{', '.join(sorted(codes))}] {reason}"


def _edits(source: SourceText, texts: Mapping[int, str]) -> tuple[Edit, ...]:
    return tuple(Edit(source.locate(Span(at, at)), text) for at, text in sorted(texts.items()))


def _is_of_a_list(block: str) -> bool:
    return bool(_OF_A_LIST.match(block) or _DEFINITION.search(block))


def _end_of_prose(chapter: Chapter, offset: int) -> int | None:
    """Behind the last word of the prose around a place; None where a line break is forced there."""
    text = chapter.source.text
    for prose in chapter.scan.prose:
        start, end = line_start(text, prose.offsets[0]), line_end(text, prose.offsets[-1])
        if start <= offset <= end:
            last = len(text[start:end].rstrip()) + start
            return None if text.endswith("\\", start, last) else last
    return None


def _harmless(chapter: Chapter, texts: Mapping[int, str]) -> Mapping[int, str]:
    """The texts that change nothing, found by halves: few do any harm, and every look is a scan."""
    if _is_harmless(chapter, texts):
        return texts
    if len(texts) == 1:
        return {}
    ordered, half = sorted(texts.items()), len(texts) // 2
    return {**_harmless(chapter, dict(ordered[:half])), **_harmless(chapter, dict(ordered[half:]))}


def _is_harmless(chapter: Chapter, texts: Mapping[int, str]) -> bool:
    """Whether the scanner reads the same chapter with these texts, which are comments, put into it."""
    changed = chapter.source.text
    for at, text in sorted(texts.items(), reverse=True):
        changed = changed[:at] + text + changed[at:]
    return _without_places(scan(changed, chapter.flavor)) == _without_places(chapter.scan)


def _without_places(value: object) -> object:
    """What a scan found, wherever it stands, but for comments."""
    if isinstance(value, Prose):
        return value.kind, " ".join(value.text.split())
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
        return type(value).__name__, tuple(_without_places(p) for p in parts if not isinstance(p, Span))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_without_places(part) for part in value if not isinstance(part, Comment | Span))
    return value
