"""The units that results and doses are printed in, and the words for them."""

import re

PERCENT = r"(?:\\?%|per\s?cent\b|percentage[ -]points?\b)"
TIME = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|mo|years?|yrs?)\b"
RATIO_WORDS = r"(?:(?:[Hh]azards?|[Oo]dds|[Rr]isk|[Rr]ate)\sratio|[Rr]elative\srisk)s?\b"
RATIO_LETTERS = r"(?:(?:a|s|sd)?HR|a?OR|a?RR|IRR)\b"

DOSE = r"(?:(?:[µμmk]?g|[mµ]?[lL]|IU|U|mmol|mCi|Gy)(?:/(?:kg|m²|m2|day|d|dose))*)(?![\w/])"

TIMES = frozenset({"hours", "days", "weeks", "months", "years"})

_NAMES = tuple(
    (re.compile(pattern), unit)
    for pattern, unit in (
        (rf"{PERCENT}|percent", "%"),
        (r"h(?:ou)?rs?\b", "hours"),
        (r"days?\b", "days"),
        (r"w(?:ee)?ks?\b", "weeks"),
        (r"mo(?:nths?)?\b", "months"),
        (r"y(?:ea)?rs?\b", "years"),
        (r"[Hh]azard|\w{0,2}HR\b", "HR"),
        (r"[Oo]dds|a?OR\b", "OR"),
        (r"[Rr]isk|[Rr]elative|[Rr]ate|a?RR\b|IRR\b", "RR"),
    )
)


def unit_named(words: str) -> str:
    """The short name of a unit however it is written: `per cent` is `%`; unknown words are no unit."""
    stripped = words.strip()
    return next((unit for pattern, unit in _NAMES if pattern.match(stripped)), "")
