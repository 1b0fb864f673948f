"""What looks like a citation and is none."""

import re

from reportkit.model.tokens import Uncited
from reportkit.scanner.citation_keys import written_key
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines
from reportkit.scanner.nodes import Found

_BRACED = re.compile(r"@\{([^{}]{0,500})\}")
_BLANK = re.compile(r"\S\s+\S")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
# an address is looked for no further back, so that a long word is not searched again and again
_LONGEST_ADDRESS = 200


def near_miss(inlines: Inlines, at: int, word_end: Place | None) -> list[Found]:
    """The citation that an `@` at a place would make, were it not glued to a word or its key not broken."""
    text, end, place = inlines.text, inlines.end, inlines.fragment.span
    if (braced := _BRACED.match(text, at, end)) and _BLANK.search(braced[1]):
        return [Found(Uncited("blank", braced[1], place(*braced.span())))]
    key = written_key(inlines, at) if inlines.is_glued(at, word_end) else None
    if key is None or _is_address(text, key.key_start, key.key_end):
        return []
    return [Found(Uncited("glued", text[key.key_start : key.key_end], place(key.start, key.end)))]


def _is_address(text: str, start: int, stop: int) -> bool:
    """Whether the key is the domain of an e-mail address, or part of an address of the web."""
    before = text[max(0, start - _LONGEST_ADDRESS) : start].split()
    return _DOMAIN.fullmatch(text, start, stop) is not None or "://" in before[-1]
