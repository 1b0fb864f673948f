"""The options of a chunk: behind its engine, or in comments at its top."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.scanner.chunks import ChunkLines

_COMMENT = re.compile(r"[ \t>]*(?:#|//|%%?|--|;|!|\*|/\*)[ ]?\|[ ]?(?P<option>[^\n]*)(?:\n|$)")
_TOKEN = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|[(\[{]|[)\]}]|,|[^"'(\[{}\]),]+|.""", re.DOTALL
)
_ASSIGNED = re.compile(r"[ \t]*(?P<name>[\w.-]+)[ \t]*=(?!=)[ \t]*")
_MAPPED = re.compile(r"(?P<name>[\w.-]+)[ \t]*:(?:[ \t]+|$)")
_LIST_ITEM = re.compile(r"[ ]*-[ ]+")
_BLOCK_STYLE = re.compile(r"[|>][+-]?[ ]*$")
_EXPRESSION = re.compile(r"!expr[ ]+")
# what an expression may begin with so that the texts in it are what is printed
_TEXTS = re.compile(r"[\"']|(?:c|paste0?|sprintf|glue|stringr::str_c)[ ]*\(")

Place = tuple[int, int]


class Option(NamedTuple):
    """An option with the texts in its value; one without a name is the label, or a class."""

    name: str
    value: Place
    texts: tuple["Text", ...]


class Text(NamedTuple):
    """A text in an option, perhaps over several lines; in quotation marks it has escapes."""

    lines: tuple[Place, ...]
    has_escapes: bool = False


def options(text: str, chunk: ChunkLines) -> list[Option]:
    """All options of a chunk, those in comments last."""
    return [*_assigned(text, *chunk.options), *_in_comments(text, chunk.content)]


def _assigned(text: str, start: int, end: int) -> Iterator[Option]:
    """`label, name = value, …`, as R has it."""
    for part in _parts(text, start, end):
        name = _ASSIGNED.match(text, *part)
        value = _stripped(text, name.end() if name else part[0], part[1])
        if value[0] < value[1]:
            yield Option(name["name"] if name else "", value, tuple(_texts(text, *value)))


def _parts(text: str, start: int, end: int) -> Iterator[Place]:
    """What stands between commas, those in brackets and quotation marks excepted."""
    depth = 0
    for token in _TOKEN.finditer(text, start, end):
        depth += (token[0] in "([{") - (token[0] in ")]}")
        if token[0] == "," and depth <= 0:
            yield start, token.start()
            start = token.end()
    yield start, end


def _texts(text: str, start: int, end: int) -> Iterator[Text]:
    if _TEXTS.match(text, start, end):
        for token in _TOKEN.finditer(text, start, end):
            if token["text"]:
                yield Text(((token.start() + 1, token.end() - 1),), has_escapes=True)


def _in_comments(text: str, content: Place) -> Iterator[Option]:
    """`#| name: value`, as YAML has it, or `#| name = value`."""
    lines = _comment_lines(text, *content)
    index = 0
    while index < len(lines):
        start, end = lines[index]
        index += 1
        name = _MAPPED.match(text, start, end)
        if name is None:
            yield from _assigned(text, start, end)
            continue
        below = index
        while below < len(lines) and _is_indented(text, *lines[below]):
            below += 1
        value = _stripped(text, name.end(), end)
        yield Option(name["name"], value, tuple(_mapped_texts(text, value, lines[index:below])))
        index = below


def _comment_lines(text: str, at: int, end: int) -> list[Place]:
    lines = []
    while line := _COMMENT.match(text, at, end):
        lines.append(line.span("option"))
        at = line.end()
    return lines


def _is_indented(text: str, start: int, end: int) -> bool:
    return text.startswith((" ", "- "), start, end) or start == end


def _mapped_texts(text: str, value: Place, below: list[Place]) -> Iterator[Text]:
    """The texts of a value: one, in one line or several, or a list of them."""
    if expression := _EXPRESSION.match(text, *value):
        yield from _texts(text, expression.end(), value[1])
    elif value[0] < value[1] and not _BLOCK_STYLE.match(text, *value):
        yield from _in_brackets(text, value, below)
    elif below and _LIST_ITEM.match(text, *below[0]):
        items = [_LIST_ITEM.match(text, *line) for line in below]
        for item, line in zip(items, below, strict=True):
            yield _quoted(text, _stripped(text, item.end() if item else line[0], line[1]))
    else:
        yield Text(tuple(_stripped(text, *line) for line in below))


def _in_brackets(text: str, value: Place, below: list[Place]) -> Iterator[Text]:
    if text[value[0]] == "[":
        yield from (
            _quoted(text, _stripped(text, *part)) for part in _parts(text, value[0] + 1, value[1] - 1)
        )
    else:
        first = _quoted(text, value)
        yield first._replace(lines=(*first.lines, *(_stripped(text, *line) for line in below)))


def _quoted(text: str, place: Place) -> Text:
    """A text without the marks around it."""
    start, end = place
    if start < end and text[start] in "\"'":
        closed = end - start > 1 and text[end - 1] == text[start]
        return Text(((start + 1, end - closed),), has_escapes=text[start] == '"')
    return Text((place,))


def _stripped(text: str, start: int, end: int) -> Place:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, start + len(part.strip())
