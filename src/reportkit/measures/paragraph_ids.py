"""Names of paragraphs, made of their own words: an edit elsewhere changes none of them."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = 6  # of each end: the fewest that tell the paragraphs of a long review apart
_SIGNS = "23456789bcdfghjkmnpqrstvwxyz"  # none that is taken for another one, and no vowels to make words
_LENGTH = 4


def paragraph_ids(texts: Iterable[str]) -> Iterator[str]:
    """The id of each paragraph of a document, empty for one without words.

    The first part stands for the first words, the second for the last ones; numbers do not count, as evidence
    changes them. Of paragraphs with the same ends all but the first have a number behind.
    """
    copies: Counter[str] = Counter()
    for text in texts:
        name = _name(text)
        copies[name] += 1
        yield f"{name}-{copies[name]}" if name and copies[name] > 1 else name


def parts(identifier: str) -> tuple[str, str] | None:
    """What stands for the first and for the last words; None for what is no id of a paragraph."""
    found = _ID.fullmatch(identifier)
    return (found[1], found[2]) if found else None


_ID = re.compile(rf"p-([{_SIGNS}]{{{_LENGTH}}})-([{_SIGNS}]{{{_LENGTH}}})(?:-[0-9]+)?")


def _name(text: str) -> str:
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return f"p-{_sign(words[:_WORDS])}-{_sign(words[-_WORDS:])}" if words else ""


def _sign(words: list[str]) -> str:
    number = int.from_bytes(hashlib.sha256(" ".join(words).encode()).digest())
    signs = ""
    for _ in range(_LENGTH):
        number, sign = divmod(number, len(_SIGNS))
        signs += _SIGNS[sign]
    return signs
