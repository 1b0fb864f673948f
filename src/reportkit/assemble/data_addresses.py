"""Addresses that are files themselves, so that a page on disk can hand its data out."""

import re
from urllib.parse import quote

_ESCAPED = re.compile(r"[^\w!$()*+,\-./:;=?@~]", re.ASCII)
_LETTERS = re.compile(r"[\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]")


def data_address(kind: str, text: str) -> str:
    """The address of a text of a kind such as `text/csv`, with no more escaped than has to be."""
    return f"data:{kind};charset=utf-8," + _ESCAPED.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    return sign[0] if _LETTERS.fullmatch(sign[0]) else quote(sign[0], safe="")
