"""A character that looks like another one, or like none.

## Why it matters

A Cyrillic `А` looks like a Latin one and is found by no search; a zero-width space breaks a citation key;
curly quotation marks stop a program.

## Flagged

```markdown chapters/10-results.md
# Results

Аnna walked with pаste and wa\u200bter.
```

```text
chapters/10-results.md:3:1: DOC009 `Аnna` is not all Latin: it has a cyrillic capital letter a (U+0410)
chapters/10-results.md:3:18: DOC009 `pаste` is not all Latin: it has a cyrillic small letter a (U+0430)
chapters/10-results.md:3:30: DOC009 an invisible character stands here: zero width space (U+200B)
```

## Passes

```markdown chapters/10-results.md
# Results

Anna walked with paste and water. They say Анна, TNFα and μm.
```

## Fix

The safe fix writes the Latin letter, removes what nobody sees and straightens quotation marks in code.
"""

import re
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Chunk
from reportkit.rules.reading.invisible import INVISIBLE, JOINED_SCRIPTS, described
from reportkit.rules.reading.running_text import is_plain, prose_of
from reportkit.rules.rule import Data, Rule

# Those that no eye tells from Latin letters.
_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
    "\u0408\u0405\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
)
_GREEK = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
_LATIN_OF = dict(zip(_CYRILLIC + _GREEK, "ABEKMHOPCTXIJSaeopcyxijs" + "ABEZHIKMNOPTYXo", strict=True))
_MIXED = re.compile(
    rf"(?<![^\W\d_])(?=[A-Za-z]*[{_CYRILLIC}{_GREEK}])(?=[{_CYRILLIC}{_GREEK}]*[A-Za-z])"
    rf"[A-Za-z{_CYRILLIC}{_GREEK}]+(?![^\W\d_])"
)
_CYRILLIC_WORD = re.compile(rf"(?<![^\W\d_])[{_CYRILLIC}]+(?![^\W\d_])")
_CYRILLIC_TEXT = re.compile(rf"(?![{_CYRILLIC}])[\u0400-\u04ff]")
_CURLY = str.maketrans("“”„‘’", '"""\'\'')
# Behind an operator, an opening bracket or a comma a quotation mark begins a string.
_CURLY_STRING = re.compile(r"(?<=[=(,\[{:+~-])(?P<blank>[ ]*)[“”„‘’][^“”„‘’\"'\n]*[“”‘’]")
_NEAR = 7  # as many follow the emoji of a flag


def check(review: Review) -> Iterator[Diagnostic]:
    """Unseen characters everywhere, letters of other alphabets in Latin words, curly marks in programs."""
    for chapter in review.chapters:
        if not chapter.source.text.isascii():
            yield from _unseen(chapter)
            yield from _mixed(chapter)
            for chunk in chapter.scan.chunks:
                yield from _curly(chapter, chunk)


def _unseen(chapter: Chapter) -> Iterator[Diagnostic]:
    """What nobody sees, but where a script or an emoji needs it."""
    text = chapter.source.text
    for found in INVISIBLE.finditer(text):
        place = found.start()
        if not JOINED_SCRIPTS.search(text[max(0, place - _NEAR) : place + _NEAR + 1]):
            message = f"an invisible character stands here: {described(found[0])}"
            yield _finding(chapter, Span(*found.span()), message, {place: ""})


def _mixed(chapter: Chapter) -> Iterator[Diagnostic]:
    """Latin words with letters that only look Latin, and words of nothing else in a text that is Latin."""
    patterns = (_MIXED,) if _CYRILLIC_TEXT.search(chapter.source.text) else (_MIXED, _CYRILLIC_WORD)
    for prose in prose_of(chapter):
        words = (found for pattern in patterns for found in pattern.finditer(prose.text))
        for found in words if not prose.text.isascii() else ():
            others = [i for i in range(*found.span()) if prose.text[i] in _LATIN_OF]
            message = f"`{found[0]}` is not all Latin: it has a {described(prose.text[others[0]])}"
            mended = {prose.offsets[i]: _LATIN_OF[prose.text[i]] for i in others}
            plain = is_plain(prose, *found.span())
            yield _finding(chapter, prose.span(*found.span()), message, mended if plain else {})


def _curly(chapter: Chapter, chunk: Chunk) -> Iterator[Diagnostic]:
    """Strings of programs between curly marks."""
    for found in _CURLY_STRING.finditer(chapter.source.text, chunk.span.start, chunk.span.end):
        span = Span(found.end("blank"), found.end())
        marks = {place: chapter.source.text[place].translate(_CURLY) for place in (span.start, span.end - 1)}
        yield _finding(chapter, span, "a program does not know these quotation marks", marks)


def _finding(chapter: Chapter, span: Span, message: str, mended: dict[int, str]) -> Diagnostic:
    """A finding with the fix that puts other characters in their places."""
    edits = tuple(Edit(chapter.locate(Span(at, at + 1)), char) for at, char in mended.items())
    fix = Fix(Applicability.SAFE, "write what is meant", edits) if edits else None
    return RULE.diagnostic(chapter.locate(span), message, "Type it anew.", fix=fix)


RULE = Rule(
    code="DOC009",
    name="confusable-or-invisible",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    fix=Applicability.SAFE,
    documentation=__doc__,
)
