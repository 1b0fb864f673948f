"""Identifiers of works and persons as they stand in bibliographies."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from reportkit.model.location import Span
from reportkit.rules.reading.fields import WrittenField

_DOI_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_ARXIV_VERSION = re.compile(r"(10\.48550/arxiv\..*)v\d+$")
_VALUE = re.compile(r"[^\s,;](?:[^,;]*[^\s,;])?")


def values(field: WrittenField) -> Iterator[tuple[str, Span]]:
    """The single values of a field that may list several, each with its place in the field."""
    for found in _VALUE.finditer(field.text):
        yield found[0], Span(*found.span())


def doi_prefix(value: str) -> str:
    """The address or label before a DOI, or nothing."""
    found = _DOI_PREFIX.match(value)
    return found[0] if found else ""


def bare_doi(value: str) -> str:
    """A DOI as written, without address, label and LaTeX escapes."""
    return re.sub(r"\\([_&%#])", r"\1", value.removeprefix(doi_prefix(value)).strip())


def folded_doi(value: str) -> str:
    """A DOI in the form by which works are matched: lower case, `%3C` read as `<`, no version of arXiv."""
    return _ARXIV_VERSION.sub(r"\1", unquote(bare_doi(value)).lower())
