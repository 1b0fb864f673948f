"""Findings with the line they stand in, a mark below the place, and all that helps to mend them."""

import unicodedata
from collections.abc import Iterator, Mapping

from reportkit.check.findings import Findings
from reportkit.formats.findings.text import code, summary
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.location import Location, SourceText

_WIDTH = 96  # of a line of the source; prose often has its whole paragraph in one
_BEFORE = 40
_CUT = "…"


def render(findings: Findings) -> str:
    """Each finding as a block of lines, then one line that sums up."""
    sources = {source.filename: source for source in findings.sources}
    blocks = ("\n".join(_block(diagnostic, sources)) for diagnostic in findings.diagnostics)
    return "\n\n".join([*blocks, summary(findings)]) + "\n"


def _block(diagnostic: Diagnostic, sources: Mapping[str, SourceText]) -> Iterator[str]:
    location = diagnostic.location
    source = sources.get(location.filename)
    margin = " " * len(str(location.start.row))
    yield f"{code(diagnostic)} {diagnostic.name} ({diagnostic.severity}): {diagnostic.message}"
    yield f"{margin}--> {location}"
    if source and source.line(location.start.row).strip():
        line, mark = _excerpt(source.line(location.start.row), location)
        yield f"{margin} |"
        yield f"{location.start.row} | {line}"
        yield f"{margin} | {mark}"
    if diagnostic.hint:
        yield f"{margin} = help: {diagnostic.hint}"
    if diagnostic.fix:
        yield f"{margin} = fix ({diagnostic.fix.applicability}): {diagnostic.fix.message}"
    for related in diagnostic.related:
        yield f"{margin} = see {related.location}: {related.message}"


def _excerpt(line: str, location: Location) -> tuple[str, str]:
    """The part of a line that a finding is about, and carets below it."""
    start = location.start.column - 1
    end = location.end.column - 1 if location.end.row == location.start.row else len(line)
    first = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    last = min(len(line), first + _WIDTH)
    before = (_CUT if first else "") + _shown(line[first:start])
    marked = _shown(line[start : min(end, last)])
    after = _shown(line[min(max(start, end), last) : last]) + (_CUT if last < len(line) else "")
    return before + marked + after, " " * _width(before) + "^" * max(1, _width(marked))


def _shown(text: str) -> str:
    """The text with a blank for each character that would move the others about."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cf"} else char for char in text)


def _width(text: str) -> int:
    """The columns that a text takes up in a terminal."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
