"""Identifiers of works and persons as they stand in bibliographies."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from reportkit.model.location import Span
from reportkit.rules.reading.fields import WrittenField

_DOI_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_ESCAPED = re.compile(r"\{\\([_&%#])\}|\\([_&%#])")
_ARXIV_VERSION = re.compile(r"(10\.48550/arxiv\..*)v\d+$")
_REMEMBERED = 100_000  # DOIs: several rules ask for the same ones
_PUNCTUATION = ".,;:!?'’”*_"
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
# Mendeley writes line ends as `\r` and `\n`, and their backslash in several ways.
_SEPARATOR = re.compile(r"[,;]|(?:\$?\\(?:text)?backslash(?:\{\}|\$)|\\)[rn]")


def values(field: WrittenField) -> Iterator[tuple[str, Span]]:
    """The single values of a field that may list several, each with its place in the field."""
    start = 0
    for separator in [*_SEPARATOR.finditer(field.text), None]:
        end = separator.start() if separator else len(field.text)
        part = field.text[start:end]
        if value := part.strip():
            first = start + part.index(value)
            yield value, Span(first, first + len(value))
        start = separator.end() if separator else end


def doi_prefix(value: str) -> str:
    """The address or label before a DOI, or nothing."""
    found = _DOI_PREFIX.match(value)
    return found[0] if found else ""


def bare_doi(value: str) -> str:
    """A DOI as written, without address, label and LaTeX escapes."""
    return unescaped(value.removeprefix(doi_prefix(value)).strip())


def unescaped(value: str) -> str:
    """A value without the backslashes, and the braces around them, that LaTeX wants before its signs."""
    return _ESCAPED.sub(r"\1\2", value) if "\\" in value else value


@lru_cache(_REMEMBERED)
def folded_doi(value: str) -> str:
    """A DOI in the form by which works are matched: lower case, `%3C` read as `<`, no version of arXiv."""
    return _ARXIV_VERSION.sub(r"\1", unquote(bare_doi(value)).lower())


def trimmed(written: str) -> str:
    """Without the punctuation of the sentence; a bracket belongs to it that was not opened before."""
    while written and (
        written[-1] in _PUNCTUATION
        or ((opening := _CLOSING.get(written[-1])) and written.count(written[-1]) > written.count(opening))
    ):
        written = written[:-1]
    return written
