"""A term written otherwise than the house wants it.

## Why it matters

Two words for one thing look like two things, and a search finds half of them.

## Flagged

```toml reportkit.toml
[style.terms]
"plaster cast" = ["gypsum cast", "plaster-cast"]
```

```markdown chapters/10-results.md
# Results

Gypsum casts were worn.
```

```text
chapters/10-results.md:3:1: DOC010 `Gypsum casts` is called `plaster cast` here
```

## Passes

Quotations keep their words.

```markdown chapters/10-results.md
# Results

Plaster casts were worn. They say [gypsum cast]{.quoted}.
```

## Known false positives

Names of works and of studies in running text. Mark them as quoted.

## Fix

Write the wanted term, which stands under `[style.terms]` with those that it replaces. The unsafe fix does so.
"""

import re
from collections.abc import Iterator, Mapping

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Prose
from reportkit.rules.reading.passages import Stretches
from reportkit.rules.reading.running_text import is_plain, prose_of
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each place where a term stands that another one is wanted for."""
    terms = review.settings.style.terms
    wanted = {_folded(variant): term for term, variants in terms.items() for variant in variants}
    if not wanted:
        return
    pattern = _pattern([*terms, *wanted])
    for chapter in review.chapters:
        quoted = Stretches(tuple(e.text_span for e in chapter.scan.exemptions if e.kind == "quoted"))
        for prose in prose_of(chapter):
            for found in pattern.finditer(prose.text):
                if prose.offsets[found.start()] not in quoted:
                    yield from _finding(chapter, prose, found, wanted)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words with any blanks between their parts; the longest first, so that it wins."""
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)
    return re.compile(rf"(?<!\w)(?P<term>{either})(?P<plural>s?)(?!\w)", re.IGNORECASE)


def _finding(
    chapter: Chapter, prose: Prose, found: re.Match[str], wanted: Mapping[str, str]
) -> Iterator[Diagnostic]:
    term = wanted.get(_folded(found["term"]))
    if term and found["term"] not in {term, term[:1].upper() + term[1:]}:
        place = chapter.locate(prose.span(*found.span()))
        is_capital = found["term"][0].isupper() and term.islower()
        content = (term.capitalize() if is_capital else term) + found["plural"]
        fix = Fix(Applicability.UNSAFE, f"write `{content}`", (Edit(place, content),))
        message = f"`{found[0]}` is called `{term}` here"
        mends = is_plain(prose, *found.span())
        yield RULE.diagnostic(place, message, f"Write `{content}`.", term, fix if mends else None)


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


RULE = Rule(
    code="DOC010",
    name="term-variants",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.SETTINGS}),
    check=check,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
