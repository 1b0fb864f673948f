"""Metadata at the head of a document that is misspelt or impossible.

## Why it matters

A misspelt key is no error for pandoc: the authors, or the bibliography, are simply missing.

## Flagged

```markdown chapters/10-results.md
---
title: Walking after casts
auhtor:
- name: An Nguyen
  orcid: 0000-0001-5109-3700
date: 2021-02-30
---

They walked.
```

```text
chapters/10-results.md:3:1: DOC008 `auhtor` is no key that programs know
chapters/10-results.md:6:7: DOC008 there is no day 2021-02-30
```

## Passes

Keys of one's own are welcome: only those that look like a slip of the hand are told.

```markdown chapters/10-results.md
---
title: Walking after casts
author:
- name: An Nguyen
  orcid: 0000-0001-5109-3700
date: 2021-02-28
house: our own key
---

They walked.
```

## Fix

Correct what is named. A key is renamed by the safe fix where only one can be meant.
"""

import re
from collections.abc import Iterator

from reportkit.measures.days import is_day
from reportkit.measures.near import near
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import MetadataEntry
from reportkit.rules.rule import Data, Rule

# What is often misspelt, and what else pandoc, Quarto, R Markdown, Manubot, journals and sites read.
_OFTEN = """
    abstract affiliation affiliations author authors bibliography categories citation copyright date
    description documentclass format geometry header-includes institute institution keywords license
    link-citations nocite output publisher reference-section-title references subtitle title
"""
_ELSE = """
    abstract-title acknowledgements address aliases appendix archive_doi authorbar authors_short banner
    biblatexoptions biblio-config biblio-style biblio-title book by-author category city classoption comments
    contact corresponding country cover-image created creator crossref csl date-format date-modified
    date_created department doi draft ebook editor editor_options email engine event execute filters fontsize
    freeze github-repo group hidden html-math-method image index institutes joss-doi journal jupyter key
    keyword knit lang language layout level link links listing locale lof lot mainfont math menu modified
    monofont name note notebook number-sections numbersections offset order package page pagetitle params
    paper part permalink preview project published rights runtime sansfont section sections series site slug
    source sources status style styles submitted subject summary tables tag tags target template theme
    thanks theme_color toc toc-depth toc-title toccolor tocdepth type updated url urlcolor urls version
    vignette volume website weight word year zotero
"""
_MEANT = frozenset(_OFTEN.split())
_KNOWN = _MEANT | frozenset(_ELSE.split())
_SHORTEST = 5
_DAY = re.compile(r"['\"]?(\d{4}-\d\d-\d\d)(?!\d)")
_DATES = frozenset({"date", "date-modified", "updated", "published"})


def check(review: Review) -> Iterator[Diagnostic]:
    """Keys and days in the metadata of all chapters."""
    for chapter in review.chapters:
        keys = {entry.key for entry in chapter.scan.metadata}
        for entry in chapter.scan.metadata:
            if meant := _meant(entry.key):
                yield _misspelt(chapter, entry, meant, keys)
            yield from _impossible(chapter, entry)


def _meant(key: str) -> tuple[str, ...]:
    """The usual keys that a key may be a slip of; one with another ending is a key of its own."""
    if key.lower() in _KNOWN or len(key) < _SHORTEST:
        return ()
    return tuple(each for each in near(key, _MEANT) if not key.startswith(each) and not each.startswith(key))


def _misspelt(chapter: Chapter, entry: MetadataEntry, meant: tuple[str, ...], keys: set[str]) -> Diagnostic:
    place = chapter.locate(entry.key_span)
    fix = None
    if len(meant) == 1 and meant[0] not in keys:
        fix = Fix(Applicability.SAFE, f"rename it to `{meant[0]}`", (Edit(place, meant[0]),))
    hint = f"Did you mean {' or '.join(f'`{each}`' for each in meant)}?"
    return RULE.diagnostic(place, f"`{entry.key}` is no key that programs know", hint, entry.key, fix)


def _impossible(chapter: Chapter, entry: MetadataEntry) -> Iterator[Diagnostic]:
    if entry.key in _DATES and (day := _DAY.match(entry.text)) and not is_day(day[1]):
        start = chapter.source.text.index(day[1], entry.key_span.end)
        place = chapter.locate(Span(start, start + len(day[1])))
        yield RULE.diagnostic(place, f"there is no day {day[1]}", "Write it as in 2024-05-31.", entry.key)


RULE = Rule(
    code="DOC008",
    name="metadata-invalid",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    fix=Applicability.SAFE,
    documentation=__doc__,
)
