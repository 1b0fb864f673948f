"""Markdown that generated cells and captions are made of: literal text, tied numbers, citations."""

import re
from collections.abc import Iterable

# What pandoc gives a meaning inside a line, straight quotes, double hyphens and dots included.
_INLINE = re.compile(r"[\\`*_{}\[\]<>#$^~@|&\"']|(?<=-)-|(?<=\.)\.")
# What would begin a list or another block if it stood first on a line.
_FIRST = re.compile(r"^(\(?\w{1,9}(?=[.)](?:\s|$))|(?=[-+:%=]))")
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_]+")
_PLAIN_ID = re.compile(r"[\w.:-]+")

LINE_BREAK = "\\\n"


def escape(text: str) -> str:
    """The Markdown that prints exactly this text, on one line."""
    line = _INLINE.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return _FIRST.sub(lambda found: f"{found[0]}\\", line, count=1)


def tie(markdown: str, *rows: str) -> str:
    """A number that rests on these rows."""
    names = " ".join(rows)
    return f"[{markdown}]{{ev={names if _PLAIN_ID.fullmatch(names) else _quoted(names)}}}"


def cite(keys: Iterable[str]) -> str:
    """One bracketed citation of all keys, each once; nothing without a key."""
    each = "; ".join(f"@{key}" if _PLAIN_KEY.fullmatch(key) else f"@{{{key}}}" for key in dict.fromkeys(keys))
    return f"[{each}]" if each else ""


def _quoted(value: str) -> str:
    return f'"{value}"'
