"""Addresses that are links without angle brackets, where a flavour has them."""

import re

from reportkit.scanner.addresses import MAIL, SCHEMES

_SCHEME = re.compile(rf"(?<![^\W_])(?:(?<!\.)|(?<=\.\.\.))(?:{SCHEMES}):(?![*_\]])", re.IGNORECASE)
_SIGNS = r"\w#$%+/@\\&=-"
_SIGN = f"[{_SIGNS}]"
# no sign can be read in two ways: what is tried again grows with the text alone
_BEFORE_SIGN = rf"(?:,+|[^\s<>,{_SIGNS}])(?={_SIGN})"
_INNER = rf"(?:{_SIGN}|{_BEFORE_SIGN}){{1,500}}"
_ADDRESS = re.compile(rf"(?:{_SIGN}|\({_INNER}\)|\{{{_INNER}\}}|\[{_INNER}\]|{_BEFORE_SIGN})+")
_WORD_START = re.compile(r"(?<![^\W_])(?:(?<!\.)|(?<=\.\.\.))[^\W_]")
_MAIL = re.compile(MAIL)
# a longer address of e-mail is none: a heap of signs must not be read again and again
_LONGEST_MAIL = 200
_END_TAG = re.compile(r"\s*</a\s*>")


def bare_link(text: str, start: int, stop: int, end: int) -> tuple[int, int] | None:
    """Where the first address stands that starts in a stretch of a text."""
    found = [_web(text, start, stop, end), _mail(text, start, stop, end)]
    first = min((place for place in found if place), default=None)
    return None if first is None or _END_TAG.match(text, first[1], end) else first


def _web(text: str, start: int, stop: int, end: int) -> tuple[int, int] | None:
    for scheme in _SCHEME.finditer(text, start, min(stop + 1, end)):
        if address := _ADDRESS.match(text, scheme.end(), end):
            return scheme.start(), address.end()
    return None


def _mail(text: str, start: int, stop: int, end: int) -> tuple[int, int] | None:
    if text.find("@", start, min(end, stop + _LONGEST_MAIL)) < 0:
        return None
    for word in _WORD_START.finditer(text, start, stop):
        if address := _MAIL.match(text, word.start(), min(end, word.start() + _LONGEST_MAIL)):
            return address.span()
    return None
