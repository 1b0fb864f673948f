"""Abbreviations in running text: where each stands, and where its words are given."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportkit.model.chapter import Chapter
from reportkit.model.location import Location
from reportkit.model.tokens import Prose, ProseKind
from reportkit.rules.reading.running_text import prose_of

_SHORT = r"(?=[a-z]{0,3}[A-Z]\w*[A-Z])[A-Za-z][A-Za-z0-9]{1,8}"
_STANDING = re.compile(rf"(?<![\w@#.\\/&$]){_SHORT}(?![\w@\\/&$]|\.\w|-[\dα-ω])")
_BEHIND_ITS_WORDS = re.compile(
    r"(?:[(\[]|,? (?:or|called|known as|abbreviated(?: as| to)?) )(?:the |hereafter |or )?[“\"‘']?"
    rf"(?P<short>{_SHORT})(?!\w)"
)
_BEFORE_ITS_WORDS = re.compile(
    rf"(?<!\w)(?P<short>{_SHORT})[”\"’']?(?: \(|, (?:or |short for )?|: | stands for | is short for | [–—-] )"
    r"(?:(?:the|an?) )?(?P<words>[^()\[\],.;:]{5,90})"
)
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_PART = re.compile(r"[^\W_]+")
_LOWER_CASE = re.compile(r"\b[a-z]{2,}\b")
_LIST_OF_THEM = re.compile(r"abbreviation|acronym|glossar", re.IGNORECASE)
_READ_IN_ORDER = frozenset({ProseKind.PARAGRAPH, ProseKind.LIST_ITEM})
_MOSTLY = 0.7
_FEW = 3
_FAR = 150
_TOO_SHORT_FOR_ONE_WORD = 2


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation at one place, in the singular; `words` are those that explain it there, if any do."""

    short: str
    words: str
    location: Location
    is_read_in_order: bool


def abbreviations(chapters: Sequence[Chapter]) -> Iterator[Abbreviation]:
    """All places of abbreviations, in the order of reading; text in capitals has none."""
    for chapter in chapters:
        for prose in prose_of(chapter):
            if _STANDING.search(prose.text) and not _is_in_capitals(prose.text):
                yield from _abbreviations(chapter, prose)


def listed(chapters: Sequence[Chapter]) -> frozenset[str]:
    """Those that a section of abbreviations lists."""
    return frozenset(
        _singular(found[0])
        for chapter in chapters
        for prose in _lists(chapter)
        for found in _STANDING.finditer(prose.text)
    )


def lower_case_words(chapters: Sequence[Chapter]) -> frozenset[str]:
    """The words without capitals: the same words in capitals are no abbreviations."""
    texts_of = (prose.text for chapter in chapters for prose in prose_of(chapter))
    return frozenset(word for text in texts_of for word in _LOWER_CASE.findall(text))


def _lists(chapter: Chapter) -> Iterator[Prose]:
    headings = chapter.scan.headings
    starts = [heading.span.start for heading in headings]
    for prose in prose_of(chapter) if any(_LIST_OF_THEM.search(h.text) for h in headings) else ():
        place = bisect_right(starts, prose.offsets[0])
        if place and _LIST_OF_THEM.search(headings[place - 1].text):
            yield prose


def _abbreviations(chapter: Chapter, prose: Prose) -> Iterator[Abbreviation]:
    explained = dict(_explained(prose.text))
    for found in _STANDING.finditer(prose.text):
        words = explained.get(found.start(), "")
        place = chapter.locate(prose.span(*found.span()))
        yield Abbreviation(_singular(found[0]), words, place, prose.kind in _READ_IN_ORDER)


def _explained(text: str) -> Iterator[tuple[int, str]]:
    """Where abbreviations stand beside their words, and these words."""
    for found in _BEHIND_ITS_WORDS.finditer(text):
        if words := _words_before(
            _singular(found["short"]), text[max(0, found.start() - _FAR) : found.start()]
        ):
            yield found.start("short"), words
    for found in _BEFORE_ITS_WORDS.finditer(text):
        if words := _words_behind(_singular(found["short"]), found["words"]):
            yield found.start("short"), words


def _words_before(short: str, text: str) -> str:
    """The shortest end of a text that begins with an abbreviation's first letter and has the others in order.

    That is the method of Schwartz and Hearst; on top of it each word of weight has to give a letter.
    """
    text = " ".join(_IN_BRACKETS.sub("", text).split()[-len(short) - 5 :]).rstrip(" “\"‘'\ufffc")
    place = len(text)
    for number, letter in reversed(list(enumerate(short.lower()))):
        place -= 1
        while place >= 0 and (text[place].lower() != letter or not (number or _begins_word(text, place))):
            place -= 1
        if place < 0:
            return ""
    return text[place:] if _is_made_of(short, text[place:]) else ""


def _words_behind(short: str, text: str) -> str:
    """The shortest beginning of a text that an abbreviation is made of, letter by letter."""
    ends = [found.end() for found in _PART.finditer(text)]
    return next((text[:end] for end in ends if _is_made_of(short, text[:end], whole=True)), "")


def _is_made_of(short: str, words: str, *, whole: bool = False) -> bool:
    """Whether each word of weight gives a letter, in order, or a `whole` abbreviation is of first letters."""
    parts = [part.lower() for part in _PART.findall(words)]
    if short.lower() in parts or (len(parts) == 1 and len(short) == _TOO_SHORT_FOR_ONE_WORD):
        return False
    letters = iter(short.lower())
    if not all(part[0] in letters for part in parts if part not in _SMALL_WORDS):
        return False
    initials = iter(part[0] for part in parts)
    return not whole or all(letter in initials for letter in short.lower())


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _singular(short: str) -> str:
    without = short.removesuffix("s")
    return without if sum(char.isupper() for char in without) > 1 else short


def _is_in_capitals(text: str) -> bool:
    """Whether a text is shouted, and not only a few abbreviations."""
    is_loud = sum(map(str.isupper, text)) > _MOSTLY * sum(map(str.isalpha, text))
    return is_loud and len(text.split()) > _FEW
