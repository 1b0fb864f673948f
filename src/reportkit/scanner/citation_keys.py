"""The grammar of citation keys."""

import re
from dataclasses import dataclass

from reportkit.model.tokens import Citation
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines

# single punctuation may stand inside a key, but not at its end; `//` and `:/` occur in addresses
_KEY = re.compile(r"[\w*](?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*")
# Manubot finds the works behind these keys itself
_PREFIXES = "doi|shortdoi|pmid|pubmed|pmcid|pmc|arxiv|isbn|url|https?|wikidata|clinicaltrials|nct"
_IDENTIFIER = re.compile(rf"(?:{_PREFIXES}):.+|10\.\d{{3,9}}/\S+|PMC\d+", re.IGNORECASE)
# an unclosed brace must not be searched to the end of the text again and again
_LONGEST_KEY = 500
_BRACES = re.compile(r"[{}\s]")


@dataclass(frozen=True, slots=True)
class Key:
    """`@key`, `-@key` or `@{key}` at a place of the text being read."""

    start: int
    end: int
    key_start: int
    key_end: int
    braced: bool


def key_at(inlines: Inlines, at: int, word_end: Place | None) -> Key | None:
    """The key that starts at a place; one glued to a word is none."""
    return None if inlines.is_glued(at, word_end) else written_key(inlines, at)


def written_key(inlines: Inlines, at: int) -> Key | None:
    """What has the form of a key at a place, glued to a word or not."""
    text, end = inlines.text, inlines.end
    sign = at + 1 if text.startswith("-", at, end) else at
    if not text.startswith("@", sign, end):
        return None
    if found := _KEY.match(text, sign + 1, end):
        return Key(at, found.end(), *found.span(), braced=False)
    close = _closing_brace(text, sign + 1, end)
    return None if close is None else Key(at, close + 1, sign + 2, close, braced=True)


def bare_part(key: str) -> str:
    """The part of a key that a citation without braces takes, which may be all of it or nothing."""
    found = _KEY.match(key)
    return found[0] if found else ""


def citation_of(inlines: Inlines, key: Key) -> Citation:
    """The citation that a key makes."""
    span = inlines.fragment.span
    name = inlines.text[key.key_start : key.key_end]
    return Citation(
        key=name,
        span=span(key.start, key.end),
        key_span=span(key.key_start, key.key_end),
        braced=key.braced,
        author_suppressed=inlines.text[key.start] == "-",
        by_identifier=inlines.session.flavor.aliases and _IDENTIFIER.fullmatch(name) is not None,
    )


def _closing_brace(text: str, at: int, end: int) -> int | None:
    depth = 0
    if not text.startswith("{", at, end):
        return None
    for token in _BRACES.finditer(text, at, min(end, at + _LONGEST_KEY)):
        if token[0].isspace():
            return None
        depth += 1 if token[0] == "{" else -1
        if depth == 0:
            return token.start()
    return None
