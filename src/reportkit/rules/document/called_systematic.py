"""A review that calls itself systematic although its settings say that it is of another kind.

## Why it matters

A systematic review has a protocol, a search that can be repeated, and a reason for every study that is left
out. Readers and guidelines trust the word; who has not done it must not use it.

The rule runs where `[review] type` is `narrative` or `scoping`. It reads title, subtitle, kind and statement
of the settings, the titles and abstracts of documents, and sentences in which the text speaks of itself.

## Flagged

```markdown chapters/10-results.md
# Results

In this systematic review half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```toml reportkit.toml
[review]
type = "narrative"
```

```text
chapters/10-results.md:3:4: DOC018 "this systematic review", but the review is narrative
```

## Passes

```markdown chapters/10-results.md
# Results

This is not a systematic review, and no systematic review of casts exists. Half of the children could walk
again [@nguyen2021].
```

## Known false positives

Sentences such as "this systematic review found" about a review that the sentences before have told of without
citing it.

## Fix

Call it what it is, or do what the word asks for and change `type`.
"""

import re
from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Span
from reportkit.model.review import Review
from reportkit.model.tokens import Prose
from reportkit.rules.reading.metadata import metadata
from reportkit.rules.reading.running_text import is_english
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Data, Risk, Rule

_OTHERS = {"narrative", "scoping"}
_OWN_WORDS = ("title", "subtitle", "kind", "statement")
_REVIEW = r"(?<![\w-])systematic\s(?:\w+\s){0,2}?(?:review|overview)\b"
_WORDS = r"(?:(?!not?\b|non\b|nor\b)\w+\s){0,2}?"
_DONE = r"(?:done|made|performed|conducted|carried\sout|undertaken)"
_AS_TITLE = re.compile(rf"(?<!not\sa\s)(?<!no\s)(?<!non\s)(?<!for\sa\s){_REVIEW}", re.IGNORECASE)
_OF_ITSELF = re.compile(
    rf"""\b(?:
      (?:this|our|the\spresent|the\scurrent)\s{_WORDS}{_REVIEW}
    | (?:this|our|the\spresent)\s(?:(?:review|paper|article|report|document|work|study)\s)?
        (?:is|was|presents|reports|describes)\s(?:the\s(?:results|findings)\sof\s)?(?:a|an|our)\s
        {_WORDS}{_REVIEW}
    | we\s(?:(?:have|also|first|then|now)\s)*systematically\s(?:search|review|screen|identif|synthesi)\w*
    | we\s(?:(?:have|also|first|then|now)\s)*(?:searched|reviewed|screened)\s{_WORDS}systematically\b
    | we\s(?:(?:have|also|first|then|now)\s)*
        (?:did|made|conduct(?:ed)?|perform(?:ed)?|present(?:ed)?|report(?:ed)?|undertook|carried\sout|ran)\s
        (?:a|an|our)\s{_WORDS}systematic\s(?:\w+\s){{0,2}}?(?:review|overview|search)\b
    | (?<!\w\s)a\s(?:\w+\s)?systematic\s(?:\w+\s)?(?:search|review)\s(?:was|has\sbeen)\s{_DONE}
    | (?:literature|databases)\s(?:was|were)\s(?:systematically\ssearched|searched\ssystematically)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_CITATION_SIGN = "\ufffc"
_HINT = "Call it what it is, or do what the word asks for and change `type`."


def check(review: Review) -> Iterator[Diagnostic]:
    """What the settings say of the review, then what its text says of itself."""
    if review.settings.type not in _OTHERS or not is_english(review):
        return
    for place, words in (*_in_settings(review), *_in_chapters(review)):
        message = f'"{words}", but the review is {review.settings.type}'
        yield RULE.diagnostic(place, message, _HINT)


def _in_settings(review: Review) -> Iterator[tuple[Location, str]]:
    source = review.settings.source
    for name in _OWN_WORDS:
        found = _AS_TITLE.search(getattr(review.settings, name))
        if found:
            start = max(source.text.find(found[0]), 0)
            yield source.locate(Span(start, start + len(found[0]))), found[0]


def _in_chapters(review: Review) -> Iterator[tuple[Location, str]]:
    for chapter in review.chapters:
        titles = metadata(chapter, {"title", "subtitle"})
        for prose in chapter.scan.prose:
            pattern = _AS_TITLE if prose.offsets and prose.offsets[0] in titles else _OF_ITSELF
            yield from _in_prose(chapter, prose, pattern)


def _in_prose(chapter: Chapter, prose: Prose, pattern: re.Pattern[str]) -> Iterator[tuple[Location, str]]:
    for sentence in sentences(prose.text):
        found = pattern.search(prose.text, sentence.start, sentence.end)
        if found and not _is_of_another(prose.text, sentence, found.start()):
            yield chapter.locate(prose.span(*found.span())), " ".join(found[0].split())


def _is_of_another(text: str, sentence: Span, start: int) -> bool:
    """Whether a work is cited in the sentence, or before it in the paragraph, that could be meant."""
    words = text[sentence.start : sentence.end]
    return not _FIRST_PERSON.search(words) and _CITATION_SIGN in text[:start]


RULE = Rule(
    code="DOC018",
    name="called-systematic",
    severity=Severity.ERROR,
    needs=frozenset({Data.SETTINGS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
