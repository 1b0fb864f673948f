"""Character classes as pandoc has them."""

import unicodedata


def is_punctuation(char: str) -> bool:
    """Whether Unicode calls a character punctuation."""
    return unicodedata.category(char).startswith("P")


def width(char: str) -> int:
    """How many columns a character takes in a monospaced font."""
    if unicodedata.combining(char) or char in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
