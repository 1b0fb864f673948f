"""Characters that nobody sees, and where scripts need them."""

import re
from unicodedata import name

_CONTROLS = r"\x00-\x08\x0b\x0e-\x1f\x7f"
_JOINERS = r"\u200c\u200d"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = rf"{_CONTROLS}\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"

INVISIBLE = re.compile(f"[{_HIDDEN}{_JOINERS}{_DIRECTIONS}]")
INVISIBLE_OR_BLANK = re.compile(rf"[{_HIDDEN}{_JOINERS}{_DIRECTIONS}\u00a0\u2000-\u200a\u202f\u205f\u3000]")
NEEDED = re.compile(f"[{_JOINERS}{_DIRECTIONS}]")
"""What joins letters and turns the direction of writing in `JOINED_SCRIPTS`."""

JOINED_SCRIPTS = re.compile(r"[\u0590-\u180d\u180f-\u1cff\ufb1d-\ufefc\U0001f000-\U0001faff]")
"""Hebrew, Arabic, the scripts of India and their neighbours, and emoji, which are joined too."""


def described(char: str) -> str:
    """The name of a character in Unicode, and its number."""
    return f"{name(char, 'control character').lower()} (U+{ord(char):04X})"
