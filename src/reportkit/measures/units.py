"""The units that results and doses are printed in, and the words for them."""

import re

PERCENT = r"(?:\\?%|per\s?cent\b|percentage[ -]points?\b)"
TIME = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|mo|years?|yrs?)\b"
RATIO_WORDS = r"(?:(?:[Hh]azards?|[Oo]dds|[Rr]isk|[Rr]ate)\sratio|[Rr]elative\srisk)s?\b"
RATIO_LETTERS = r"(?:(?:a|s|sd)?HR|a?OR|a?RR|IRR)\b"

DOSE = r"(?:(?:[µμmk]?g|[mµ]?[lL]|IU|U|mmol|mCi|Gy)(?:/(?:kg|m²|m2|day|d|dose))*)(?![\w/])"

_END = r"(?![\w/²³])"
_VOLUME = r"(?:\s?/\s?)"
CONVERTIBLE = (
    (
        "cells",
        "×10⁹/L",
        rf"\s?(?:[×x]\s?10\s?\^?[9⁹]{_VOLUME}[lL]|G/L|[×x]\s?10\s?\^?[3³]{_VOLUME}[µμu][lL]|K/[µμu]L){_END}",
    ),
    ("cells", "/µL", rf"(?:\s?cells)?{_VOLUME}(?:[µμu][lL]|mm\s?\^?[3³]){_END}"),
    ("mass", "g/dL", rf"\s?g/d[lL]{_END}"),
    ("mass", "g/L", rf"\s?g/[lL]{_END}"),
    ("mass", "mg/dL", rf"\s?mg/d[lL]{_END}"),
    ("mass", "mg/L", rf"\s?mg/[lL]{_END}"),
    ("mass", "mmol/L", rf"\s?mmol/[lL]{_END}"),
    ("mass", "µmol/L", rf"\s?[µμu]mol/[lL]{_END}"),
    ("mass", "ng/mL", rf"\s?ng/m[lL]{_END}"),
    ("mass", "µg/L", rf"\s?[µμ]g/[lL]{_END}"),
    ("temperature", "°C", r"\s?°\s?C\b"),
    ("temperature", "°F", r"\s?°\s?F\b"),
)
"""Units of laboratory and bedside that stand for one another: the kind, the unit, and how it is written."""

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
