"""How numbers are written: separators, decimal points and dots, signs, bounds, powers of ten, letters."""

import re
from decimal import Decimal
from string import ascii_lowercase

_SPACES = "\u00a0\u2007\u2009\u202f "
_WHOLE = rf"(?:[0-9]{{1,3}}(?:(?:,[0-9]{{3}})++|(?:[{_SPACES}][0-9]{{3}})++)(?![0-9])|[0-9]{{1,15}})"
_POWER = r"(?:[eE][-−+]?[0-9]{1,3}|\s?[×x]\s?10(?:\^[-−]?[0-9]{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))"

WHOLE = rf"{_WHOLE}(?![.·]?[0-9])(?![^\W_])"
"""A whole number: `24`, `1,440`, `1 440`."""

NUMERAL = rf"[-−]?(?:{_WHOLE}(?:[.·][0-9]{{1,12}})?|[.·][0-9]{{1,12}}){_POWER}?(?![.·]?[0-9])(?![^\W_])"
"""Any number, with its sign: `41.7`, `0·33`, `.39`, `−2.5`, `3.2×10⁻⁵`."""

BOUND = r"(?:[<>≤≥]=?\s{0,2})"
"""A sign that makes a number a limit, with the space behind it."""

_DIGITS = str.maketrans("·−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", ".--0123456789", f",+{_SPACES}")
_RELATIONS = {"<": "<", ">": ">", "<=": "≤", ">=": "≥", "≤": "≤", "≥": "≥"}
_TIMES_TEN = re.compile(r"[×x]10\^?")
_SEPARATED = re.compile(rf"[0-9](?P<separator>[,{_SPACES}])[0-9]")
_NO_ZERO = re.compile(r"[-−]?[.·]")


def value_of(text: str) -> Decimal:
    """The value of a numeral as written, without its bound; all digits behind the point are kept."""
    _, numeral = _split(text)
    return Decimal(_TIMES_TEN.sub("e", numeral.translate(_DIGITS)))


def bound_of(text: str) -> str:
    """`<`, `>`, `≤` or `≥` where the text begins with one, else nothing."""
    lead, _ = _split(text)
    return _RELATIONS.get(lead.strip(), "")


def write_like(model: str, value: Decimal, relation: str) -> str:
    """The value in the manner of the numeral `model`: its spaces, separators, decimal dot and leading zero.

    `relation` is a bound, `=` or nothing; `=` is written only in place of another sign.
    """
    lead, numeral = _split(model)
    return _lead_like(lead, relation) + _numeral_like(numeral, value)


def letters(index: int) -> str:
    """A counter in letters: 0 is a, 25 is z, 26 is aa."""
    rounds, place = divmod(index, len(ascii_lowercase))
    return (letters(rounds - 1) if rounds else "") + ascii_lowercase[place]


def _split(text: str) -> tuple[str, str]:
    numeral = text.lstrip(f"<>≤≥={_SPACES}")
    return text[: len(text) - len(numeral)], numeral


def _lead_like(lead: str, relation: str) -> str:
    sign = lead.strip()
    if _RELATIONS.get(sign, "=") == (relation or "="):
        return lead
    return relation + lead[len(sign) :] if relation else ""


def _numeral_like(model: str, value: Decimal) -> str:
    separated = _SEPARATED.search(model)
    digits = f"{abs(value):,f}".replace(",", separated["separator"] if separated else "")
    if _NO_ZERO.match(model) and abs(value) < 1:
        digits = digits.removeprefix("0")
    minus = "-" if "-" in model else "−"
    return (minus if value < 0 else "") + digits.replace(".", "·" if "·" in model else ".")
