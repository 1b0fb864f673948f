"""Find the words that were noted around a number in the text that they come from."""

import re
import unicodedata

_DASHES = re.compile(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")
_SOFT_HYPHEN = "\u00ad"
_DIVIDED = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=\w)")
_BLANK = re.compile(r"\s+")


def holds_anchor(text: str, words: str) -> bool:
    """Whether the words stand in a text, whatever its spaces, dashes, ligatures, case and line ends.

    A word that is divided at a line end counts with and without its hyphen: it may have one of its own.
    """
    wanted = _folded(words)
    return bool(wanted) and any(wanted in form for form in _forms(text))


def _forms(text: str) -> tuple[str, str]:
    plain = _plain(text)
    return _folded(_DIVIDED.sub("", plain)), _folded(_DIVIDED.sub("-", plain))


def _plain(text: str) -> str:
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).replace(_SOFT_HYPHEN, "")


def _folded(text: str) -> str:
    return _BLANK.sub(" ", _plain(text)).strip().casefold()
