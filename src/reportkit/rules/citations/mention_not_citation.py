r"""A bare `@name` that is somebody's name in a network, read as a citation.

## Why it matters

pandoc takes every `@name` for a citation. The reader finds a key with a question mark where the name of the
account should stand.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021]. The clinic writes about it as @Small_Bones_Clinic.
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:84: CIT010 pandoc takes the name `@Small_Bones_Clinic` for a citation
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021]. The clinic writes about it as \@Small_Bones_Clinic.
```

## Known false positives

A misspelt key with an underscore and without digits, in a bibliography that has no other such key. What
stands in brackets is always taken for a citation.

## Fix

The fix puts a backslash before the `@`. It is not applied on its own: a source may have been meant.
"""

import re
from collections.abc import Iterator

from reportkit.measures.near import near
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.rule import Data, Risk, Rule

_HANDLE = re.compile(r"[^\W\d]+")
_NETWORK = re.compile(
    r"\b(?:twitter|tweet(?:s|ed)?|mastodon|bluesky|instagram|linkedin|github|gitlab|account|handle|username"
    r"|user|follow|thanks(?: to)?|contact(?:ing)?)\b\W*(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_LOOK_BACK = 60


def check(review: Review) -> Iterator[Diagnostic]:
    """Unknown in-text keys that look like the name of an account."""
    for chapter, citation in handles(review):
        sign = chapter.locate(Span(citation.span.start, citation.span.start))
        fix = Fix(Applicability.UNSAFE, "put a backslash before it", (Edit(sign, "\\"),))
        message = f"pandoc takes the name `@{citation.key}` for a citation"
        hint = f"Write `\\@{citation.key}`, or add an entry with this key to the bibliography."
        yield RULE.diagnostic(chapter.locate(citation.span), message, hint, citation.key, fix)


def handles(review: Review) -> Iterator[tuple[Chapter, Citation]]:
    """Bare citations of unknown keys without digits that are no slip of a known one.

    They are words joined by an underscore, where no key is like that, or stand behind the word for a network.
    """
    known = review.bibliography.by_key
    if not known:
        return  # then every key is unknown
    joined = any(_HANDLE.fullmatch(key) and "_" in key for key in known)
    for chapter in review.chapters:
        for group in chapter.scan.groups:
            citation = group.citations[0]
            if group.bracketed or citation.braced or not _HANDLE.fullmatch(citation.key):
                continue
            named = ("_" in citation.key and not joined) or _stands_behind_network(chapter, citation)
            if named and citation.key not in known and not near(citation.key, known):
                yield chapter, citation


def _stands_behind_network(chapter: Chapter, citation: Citation) -> bool:
    start = citation.span.start
    return _NETWORK.search(chapter.source.text, max(start - _LOOK_BACK, 0), start) is not None


RULE = Rule(
    code="CIT010",
    name="mention-not-citation",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
