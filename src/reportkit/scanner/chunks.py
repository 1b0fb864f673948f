"""Code that is run, as knitr and Quarto find it: by whole lines, before anything else is read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE_LINE = re.compile(r"^(?P<prefix>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<rest>.*)$", re.MULTILINE)
_CHUNK = re.compile(r"[ \t]*\{(?P<engine>\w+)(?P<options>(?:[ \t,].*)?)\}[ \t]*$")
# Quarto and knitr show a chunk instead of running it if it is written like one of these
_SHOWN = re.compile(r"[ \t]*\{(?:\{.*\}\}|.*\}[ \t]*`r ''`)[ \t]*$")

_PLAIN = re.compile(r"[^`]*$")


class ChunkLines(NamedTuple):
    """Where a chunk, its parts and the fence behind its content stand; one that is shown is not run."""

    start: int
    end: int
    engine: tuple[int, int]
    options: tuple[int, int]
    content: tuple[int, int]
    closing: int
    is_shown: bool = False


def chunk_lines(text: str) -> Iterator[ChunkLines]:
    """The chunks of a text; those inside other fenced code are none."""
    lines = list(_FENCE_LINE.finditer(text))
    longest = _longest_fences_behind(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        closing = _closing(lines, index, longest)
        if closing is None or not (shape := _opening(line)):
            index += 1
            continue
        end = lines[closing]
        if shape.re is not _PLAIN:
            yield _chunk(shape, line, end)
        index = closing + 1


def _opening(line: re.Match[str]) -> re.Match[str] | None:
    """What a line opens: a chunk, one that is shown, or plain code."""
    text, at, end = line.string, line.start("rest"), line.end()
    if line["fence"][0] == "~":
        return _PLAIN.match(text, end, end)
    return _CHUNK.match(text, at, end) or _SHOWN.match(text, at, end) or _PLAIN.match(text, at, end)


def _chunk(shape: re.Match[str], line: re.Match[str], end: re.Match[str]) -> ChunkLines:
    content = min(line.end() + 1, end.start()), max(line.end() + 1, end.start() - 1)
    is_shown = shape.re is _SHOWN
    nowhere = line.end(), line.end()
    engine, options = (nowhere, nowhere) if is_shown else (shape.span("engine"), shape.span("options"))
    return ChunkLines(line.start("fence"), end.end(), engine, options, content, end.start("fence"), is_shown)


def _closing(lines: list[re.Match[str]], index: int, longest: list[dict[str, int]]) -> int | None:
    """The line that closes what a line opens: of the same mark, at least as long, with nothing behind it."""
    mark, length = lines[index]["fence"][0], len(lines[index]["fence"])
    if longest[index + 1].get(mark, 0) < length:
        return None
    closers = range(index + 1, len(lines))
    return next(at for at in closers if _is_closing(lines[at], mark, length))


def _is_closing(line: re.Match[str], mark: str, length: int) -> bool:
    return line["fence"][0] == mark and len(line["fence"]) >= length and not line["rest"].strip()


def _longest_fences_behind(lines: list[re.Match[str]]) -> list[dict[str, int]]:
    """The longest closing fence of each mark from each line on, so that none is searched in vain."""
    longest: list[dict[str, int]] = [{}]
    for line in reversed(lines):
        best = longest[-1]
        mark, length = line["fence"][0], len(line["fence"])
        if not line["rest"].strip() and length > best.get(mark, 0):
            best = {**best, mark: length}
        longest.append(best)
    return longest[::-1]
