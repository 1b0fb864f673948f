"""Titles and names as they are compared: without case, accents, punctuation and markup."""

import re
import unicodedata

_GREEK = (
    "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi"
    " ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega"
)
_LATIN = "ß ss ø o ł l đ d æ ae œ oe ı i"
_WORDS = f"{_GREEK} {_LATIN}".split()
_LETTERS = str.maketrans(dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)))
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&[A-Za-z]+;")
# `\"{o}` and `\c c` leave the letter, `\emph{x}` its text; `\o`, `\ss` and `\beta` are their own names.
_ACCENT = re.compile(r"\\(?:[\"'`^~=.]\s*|[uvHcdbkrt](?![A-Za-z])\s*)\{?\\?([A-Za-z])\}?")
_COMMAND = re.compile(r"\\(?:emph|text[a-z]{2}|math[a-z]{2,4}|ensuremath|url)\b")
_NO_LETTER = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Letters and digits alone, in lower case, Greek ones by name."""
    if "<" in text or "&" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = _COMMAND.sub("", _ACCENT.sub(r"\1", text))
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LETTERS)
    return _NO_LETTER.sub("", text)
