"""Whether two people read the same, and how far beyond chance."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_NUMBER = re.compile(r"([<>≤≥]?) ?(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+))")


def same_reading(first: str, second: str) -> bool:
    """Whether two cells say the same: numbers by value, words whatever their case, spaces and dashes.

    A number that one of them rounded is another number: both were to copy what is printed.
    """
    one, other = _plain(first), _plain(second)
    return one == other or (_value(one) is not None and _value(one) == _value(other))


def kappa(pairs: Iterable[tuple[str, str]]) -> Fraction | None:
    """Cohen's kappa of two raters; None where chance alone would let them agree in everything."""
    rated = [(_plain(first), _plain(second)) for first, second in pairs]
    if not rated:
        return None
    observed = Fraction(sum(first == second for first, second in rated), len(rated))
    firsts, seconds = Counter(first for first, _ in rated), Counter(second for _, second in rated)
    by_chance = Fraction(sum(firsts[word] * seconds[word] for word in firsts), len(rated) ** 2)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", text)).split()).casefold()


def _value(text: str) -> tuple[str, Decimal] | None:
    number = _NUMBER.fullmatch(text)
    return (number[1], Decimal(number[2])) if number else None
