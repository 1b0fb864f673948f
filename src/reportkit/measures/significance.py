"""Tests of significance as papers print them, `t(19) = 2.37, p = .029`, and the p values that they give.

>>> [test.text for test in read_tests("It fell, F(1, 24) = 4.52, p = .044.")]
['F(1, 24) = 4.52']
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from reportkit.measures.distributions import chi_square_tail, fisher_tail, normal_tails, student_tails
from reportkit.measures.numerals import NUMERAL, bound_of, value_of
from reportkit.measures.quantities import Number, Role
from reportkit.measures.rounding import decimals_of

_DF = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,6})?"
_ONE_DF = rf"\s?\(\s?(?:df\s?=\s?)?(?P<df>{_DF})\s?\)"
_TWO_DF = rf"\s?\(\s?(?P<df>{_DF})\s?,\s?(?P<df2>{_DF})\s?\)"
_CHI_DF = rf"\s?\(\s?(?:df\s?=\s?)?(?P<df>{_DF})(?:\s?,\s?[Nn]\s?=\s?{_DF})?\s?\)"
_IS = rf"\s?=\s?(?P<statistic>{NUMERAL})"
_P = rf"[\s,;(\[]{{1,4}}[Pp](?:[-\s]values?)?\s?(?P<p>[<>=≤≥]=?\s?{NUMERAL})"
_FORMS = {
    "t": rf"t{_ONE_DF}",
    "F": rf"F{_TWO_DF}",
    "r": rf"r{_ONE_DF}",
    "chi": rf"(?:[χΧX]\s?\^?[2²]|[Cc]hi[-\s]?(?:squared?|[2²])){_CHI_DF}",
    "z": r"[zZ]",
    "Q": rf"Q(?:[-_]?[a-zA-Z]{{1,8}})?{_ONE_DF}",
}
_PATTERNS = {kind: re.compile(rf"(?<![\w.]){form}{_IS}{_P}") for kind, form in _FORMS.items()}
_START = re.compile(r"(?<![\w.])(?:[trFQzZ]\s?[-_(=\w]|[χΧX]\s?\^?[2²]|[Cc]hi)")

_LARGEST = 1e6  # beyond, a number is no statistic of a study, and continued fractions grow long


@dataclass(frozen=True, slots=True)
class PrintedTest:
    """A test at `[start:end]` of a text, its p value included; `text` is the statistic as printed.

    The statistic, without its sign, lies from `low` to `high`: that much its rounding leaves open.
    """

    kind: str
    text: str
    low: float
    high: float
    df: float
    df2: float
    p: Number
    start: int
    end: int

    @property
    def has_sides(self) -> bool:
        """Whether the test may be one-sided, which halves its p value."""
        return self.kind in {"t", "r", "z"}

    def p_values(self, sides: int = 2) -> tuple[float, float]:
        """The least and the greatest p value that the statistic allows."""
        share = sides / 2 if self.has_sides else 1.0
        return _p_value(self, self.high) * share, _p_value(self, self.low) * share

    def agrees(self, sides: int = 2) -> bool:
        """Whether the printed p value can come from the statistic."""
        least, greatest = self.p_values(sides)
        value, half = float(self.p.value), 0.5 * 10.0**-self.p.decimals
        if self.p.bound in {"<", "≤"}:
            return least < value
        if self.p.bound in {">", "≥"}:
            return greatest >= value
        return least <= value + half and value - half <= greatest


def read_tests(text: str) -> Iterator[PrintedTest]:
    """Every test with a p value right behind it, in reading order."""
    for start in _START.finditer(text):
        for kind, pattern in _PATTERNS.items():
            if match := pattern.match(text, start.start()):
                yield from _test(kind, match)


def _test(kind: str, match: re.Match[str]) -> Iterator[PrintedTest]:
    groups = match.groupdict(default="0")
    statistic = abs(value_of(groups["statistic"]))
    half = Decimal(5).scaleb(-1 - decimals_of(statistic))
    low, high = float(max(statistic - half, Decimal(0))), float(statistic + half)
    df, df2 = (float(value_of(groups.get(name, "0"))) for name in ("df", "df2"))
    unreadable = max(high, df, df2) > _LARGEST or (kind == "r" and low >= 1)
    if unreadable or (kind != "z" and not df) or (kind == "F" and not df2):
        return
    start, end = match.span("p")
    skipped = len(match["p"]) - len(match["p"].lstrip("= "))
    p = Number(Role.P, match["p"][skipped:], value_of(match["p"]), bound_of(match["p"]), start + skipped, end)
    said = match.string[match.start() : match.end("statistic")]
    yield PrintedTest(kind, said, low, high, df, df2, p, match.start(), match.end())


def _correlation_tails(r: float, df: float) -> float:
    return student_tails(r * sqrt(df / (1 - r * r)), df) if r < 1 else 0.0


_TAILS: Mapping[str, Callable[[float, PrintedTest], float]] = {
    "t": lambda value, test: student_tails(value, test.df),
    "F": lambda value, test: fisher_tail(value, test.df, test.df2),
    "r": lambda value, test: _correlation_tails(value, test.df),
    "chi": lambda value, test: chi_square_tail(value, test.df),
    "Q": lambda value, test: chi_square_tail(value, test.df),
    "z": lambda value, _: normal_tails(value),
}


def _p_value(test: PrintedTest, value: float) -> float:
    return _TAILS[test.kind](value, test)
