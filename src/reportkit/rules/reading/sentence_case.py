"""The case in which pandoc prints English titles: capitals at the beginning of words are lowered.

Only words of one capital and otherwise small letters change, and single capitals: `CD19`, `DNA` and `IgG`
stay as they are, `B-ALL` becomes `b-ALL`. What stands in braces stays, too.
"""

import re
from collections.abc import Iterator

from reportkit.model.location import Span

HELD = "\0"
"""Stands for each character that is in braces, in a formula or belongs to a command: its case is kept."""

FEW = 3
"""Small words that it takes to tell the case of a title."""

_LETTERS = r"[^\W_]"
_TOKEN = re.compile(
    rf"(?P<chunk>{_LETTERS}+)|(?P<blank>\s+)|{HELD}+|(?:(?!{_LETTERS}|\s|{HELD}).)+", re.DOTALL
)
_ENDS_SENTENCE = frozenset(".?!:")
_ENDS_WORD = frozenset("-/–—")

_WORD = 5  # letters of a word that is small only where most are
_SMALL_ANYWAY = frozenset(
    {"about", "above", "across", "after", "against", "along", "among", "around", "based", "before"}
    | {"behind", "below", "beneath", "between", "beyond", "during", "except", "inside", "outside", "since"}
    | {"their", "these", "those", "through", "throughout", "toward", "towards", "under", "until", "using"}
    | {"versus", "where", "which", "while", "within", "without"}
)

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_WORDLIKE = re.compile(r"[^\W_]")
_ACCENT = r"(?:\\['`^\"~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|\\[cuvHkrbd](?:\{[A-Za-z]\}|\s[A-Za-z]))"
_MARKUP = re.compile(
    rf"(?P<accent>{_ACCENT})|(?P<braced>\{{{_ACCENT}\}})"
    r"|(?P<dash>\\text(?:en|em)dash\b(?:\{\}|\s*))|(?P<command>\\[A-Za-z]+\*?\s*)"
    r"|(?P<blank>~|\\ )|(?P<sign>\\.)|(?P<formula>\$[^$]*\$)|(?P<brace>\{)",
    re.DOTALL,
)


def plain_title(text: str) -> str:
    """The title as its words are read, place by place: what keeps its case is hidden, accents are letters."""
    parts: list[str] = []
    place = 0
    while found := _MARKUP.search(text, place):
        end = _end_of(found)
        parts += (text[place : found.start()], _stand_in(text[found.start() : end], found))
        place = end
    return "".join((*parts, text[place:]))


def _end_of(found: re.Match[str]) -> int:
    """Where what begins here ends, the groups behind a command included."""
    text, end = found.string, found.end()
    if found["brace"]:
        return _closing(text, found.start())
    while found["command"] and text.startswith("{", end):
        end = _closing(text, end)
    return end


def _closing(text: str, start: int) -> int:
    depth = 0
    for mark in _BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end()
    return len(text)


def _stand_in(written: str, found: re.Match[str]) -> str:
    """As many characters as are written: of the kind that pandoc takes them for."""
    if found["blank"]:
        return " " * len(written)
    if found["dash"]:
        return "–" * len(written)
    letter = next((char for char in reversed(found[0]) if char.isalpha()), "")
    if found["accent"] or (found["braced"] and letter.islower()):
        return letter + letter.lower() * (len(written) - 1)
    if found["sign"] or not _WORDLIKE.search(written):
        return "&" * len(written)
    return HELD * len(written)


def lowered(plain: str) -> Iterator[Span]:
    """The capitalised runs of letters that pandoc prints small in a title that `plain_title` gave."""
    begins, ended = True, False  # at the beginning of a sentence; behind the sign that ends one
    last_word = _last_word(plain)
    for token in _TOKEN.finditer(plain):
        if token["chunk"]:
            if is_capitalised(token[0]) and (not begins or 0 < last_word <= token.start()):
                yield Span(*token.span())
            begins = ended = False
        elif token["blank"]:
            begins, ended = ended, False
        elif (sign := token[0][-1]) in _ENDS_SENTENCE:
            begins, ended = False, True
        elif sign in _ENDS_WORD or sign == HELD:
            begins = ended = False


def _last_word(plain: str) -> int:
    """Where the last word begins, which begins no sentence; a compound is none."""
    start = max(plain.rfind(end) for end in (" ", "\n", "\t", HELD)) + 1
    return start if _ENDS_WORD.isdisjoint(plain[start:]) else len(plain)


def is_capitalised(chunk: str) -> bool:
    """Whether a run of letters has one capital, in front."""
    return chunk[0].isupper() and (len(chunk) == 1 or (chunk[1:].isalpha() and chunk[1:].islower()))


def is_sentence_case(plain: str) -> bool:
    """Whether most words within a title are small, so that its capitals are there on purpose."""
    words = [token[0] for token in _TOKEN.finditer(plain) if token["chunk"] and len(token[0]) >= _WORD]
    small = sum(word.islower() and word not in _SMALL_ANYWAY for word in words[1:])
    capitalised = sum(is_capitalised(word) for word in words[1:])
    return small >= FEW and small >= 2 * capitalised
