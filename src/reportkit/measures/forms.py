"""The forms in which papers write quantities, as a table of patterns in the order of trial.

Groups are named for the roles of numbers; `unit` and `unit_before` hold the unit. Every repetition is
bounded, so that reading stays linear whatever the text.
"""

import re
from dataclasses import dataclass

from reportkit.measures.numerals import BOUND, NUMERAL, WHOLE
from reportkit.measures.quantities import Kind
from reportkit.measures.units import PERCENT, RATIO_LETTERS, RATIO_WORDS, TIME


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a kind of quantity."""

    kind: Kind
    pattern: re.Pattern[str]


_ESTIMATE = rf"(?P<estimate>{BOUND}?{NUMERAL})"
_EVENTS, _TOTAL = rf"(?P<events>{WHOLE})", rf"(?P<total>{WHOLE})"
_LOW, _HIGH = rf"(?P<low>{NUMERAL})", rf"(?P<high>{NUMERAL})"
_LEVEL, _SE = rf"(?P<level>{NUMERAL})", rf"(?P<se>{NUMERAL})"

_PERCENT, _TIME = rf"\s{{0,2}}{PERCENT}", rf"\s{{1,2}}{TIME}"
_UNIT = rf"(?P<unit>{_PERCENT}|{_TIME})"
_UNIT_BEFORE = rf"(?P<unit_before>{_PERCENT}|{_TIME})"
_SAYS = r"\s{0,2}(?:[,:=]|(?:of|was|is|from)\b)?\s{0,2}"

# Not across the cells of a table, where a dash is a minus.
_TO = r"(?:[^\S\t]{0,2}(?:--|[-‐‑‒–—−])[^\S\t]{0,2}|\s{1,2}to\s{1,2})"
_TO_OR_COMMA = rf"(?:{_TO}|\s?[,;]\s{{0,2}}|\s{{1,2}}and\s{{1,2}})"
_CI = r"(?:C\.?I\.?s?|CrI|(?:confidence|credible)\s(?:interval|limit)s?(?:\s[\[(]CI[\])])?)(?![^\W_])"
_NO_LIMIT = r"(?:not\s(?:reached|estimable|evaluable)|N[AER]\b|∞|infinity)"
_LIMITS = rf"[\[(]?\s?{_LOW}(?:{_PERCENT})?{_TO_OR_COMMA}(?:{_HIGH}{_UNIT}?|{_NO_LIMIT})"

_OUT_OF = r"\s{1,2}of\s{1,2}(?:(?:all|the|these|those|a\stotal\sof)\s){0,2}"
_NOUNS = r"(?:\s[a-z]{1,20}){0,2}"
_NO_FRACTION = rf"(?!\s?/|{_PERCENT}|[-\s]{TIME}|\s?mm\s?Hg)"

_LONG_RATIO = rf"(?P<unit>{RATIO_WORDS})(?:,?\s?[\[(]{RATIO_LETTERS}[\])])?(?:\s?[\[(]9[059]%\sCI[\])])?"
_SHORT_RATIO = rf"(?P<unit>{RATIO_LETTERS})(?:\s?[\[(]9[059]%\sCI[\])])?"
# Away from its name, a ratio is a number with a decimal point and without a unit.
_DECIMAL = rf"(?=[<>≤≥]?\s?[0-9]{{0,3}}[.·]){_ESTIMATE}(?!{_PERCENT}|{_TIME})"
_ANY_RATIO = rf"(?:\s?[=:]\s?|\sof\s){_ESTIMATE}(?!{_PERCENT}|{_TIME})"

_P = r"[Pp][*_]{0,2}(?:[-\s]?values?)?(?![^\W_])"
_P_ABOUT = r"(?:\s(?:for|of)\s[^0-9<>=≤≥.;]{1,40}?(?=\s?[<>=≤≥]))?"
_P_SMALL = rf"(?=[<>≤≥]?\s?[01]?[.·])(?P<p>{BOUND}?{NUMERAL})(?!{_PERCENT})"

_TABLE = (
    (Kind.INTERVAL, rf"{_LEVEL}\s?(?:{PERCENT})?[-\s]{{0,2}}{_CI}(?:{_SAYS}{_LIMITS})?"),
    (Kind.INTERVAL, rf"{_CI}(?:\s?\(?{_LEVEL}{_PERCENT}\)?)?{_SAYS}{_LIMITS}"),
    (Kind.FRACTION, rf"{_EVENTS}\s?\((?P<estimate>{NUMERAL})(?P<unit>{_PERCENT})\){_OUT_OF}{_TOTAL}"),
    (Kind.FRACTION, rf"{_EVENTS}(?:\s?/\s?|{_OUT_OF}|{_NOUNS}\sout{_OUT_OF}){_TOTAL}{_NO_FRACTION}"),
    (Kind.RATIO, rf"{_LONG_RATIO}{_SAYS}[\[(]?{_DECIMAL}"),
    (Kind.RATIO, rf"{_SHORT_RATIO}{_SAYS}[\[(]?{_DECIMAL}"),
    (Kind.RATIO, rf"{_LONG_RATIO}{_ANY_RATIO}"),
    (Kind.RATIO, rf"{_SHORT_RATIO}{_ANY_RATIO}"),
    (Kind.RATIO, rf"{_LONG_RATIO}(?:vs\.|[^0-9.;%]){{1,70}}?{_DECIMAL}"),
    (Kind.RATIO, rf"{_SHORT_RATIO}\sfor\s[^0-9.;%]{{1,50}}?{_DECIMAL}"),
    (Kind.P_VALUE, rf"{_P}{_P_ABOUT}\s{{0,2}}\\?(?P<p>[<>=≤≥]=?\s{{0,2}}{NUMERAL})"),
    (Kind.P_VALUE, rf"{_P}\s(?:(?:of|was|is)\s)?{_P_SMALL}"),
    (Kind.STANDARD_ERROR, rf"(?:SEM?|S\.E\.|[Ss]tandard\serrors?)(?![^\W_]){_SAYS}±?\s?{_SE}{_UNIT}?"),
    (Kind.RANGE, rf"[Bb]etween\s{_LOW}{_UNIT_BEFORE}?\sand\s{_HIGH}{_UNIT}?"),
    (Kind.RANGE, rf"{_LOW}{_UNIT_BEFORE}?{_TO}{_HIGH}(?![-–/][0-9]){_UNIT}?"),
    (Kind.RANGE, rf"(?<=[\[(]){_LOW}{_UNIT_BEFORE}?[,;]\s{_HIGH}{_UNIT}?(?=[\])])"),
    (Kind.NUMBER, rf"{_ESTIMATE}{_UNIT_BEFORE}?\s?(?:±|\+/[-−–])\s?{_SE}{_UNIT}?"),
    (Kind.TIMEPOINT, rf"{_ESTIMATE}[-‐‑](?P<unit>{TIME})"),
    (Kind.TIMEPOINT, rf"(?P<unit>{TIME})\s{_ESTIMATE}"),
    (Kind.NUMBER, rf"{_ESTIMATE}{_UNIT}?"),
)
FORMS = tuple(Form(kind, re.compile(pattern)) for kind, pattern in _TABLE)

START = re.compile(
    r"(?P<noise>https?://\S{1,500}|\b10\.[0-9]{4,9}/\S{1,200}"  # addresses and identifiers
    r"|\b[^\W\d_]+(?:[-/_.]?[0-9])[\w.]*(?:[-/][\w.]+)*"  # AB12, AB-12/3
    r"|(?<![\w.])[0-9]+(?:[-/][0-9]+){2,}(?![^\W_])"  # 2021-02-21, 2016-004674-17
    r"|(?<![\w.])(?:(?:19|20)[0-9]{2}/[0-9]{2}|24/7)(?![^\W_])"  # 2021/22
    r"|(?<![\w.])[0-9]+(?:\.[0-9]+){2,}(?![^\W_])"  # 1.2.3
    r"|(?<![\w.])10(?:\^[-−]?[0-9]+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))"  # powers of ten
    rf"|(?P<label>\b(?:C\.?I|CrI|[Cc]onf|[Cc]red|[Bb]etween\b|[Pp](?![^\W_])|[Pp]-?value|SEM?\b|S\.E\.|[Ss]tandard\b"
    rf"|{RATIO_WORDS}|{RATIO_LETTERS}|(?:day|week|month|year)\b))"
    rf"|(?P<number>(?:(?<![\w.·/])|(?<=[\s(\[]))(?:[<>≤≥]=?\s?)?[-−]?[.·]?[0-9])"
)
