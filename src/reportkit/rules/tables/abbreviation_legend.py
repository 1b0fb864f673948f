"""An abbreviation in a table that nothing explains.

## Why it matters

A table is read alone, and space in it is short. Letters that neither its caption nor the text explain are
lost on its reader.

The rule looks at tables only where `abbreviations` under `[style]` names those that need no words, for genes,
programs and trials are called by letters, too. An abbreviation passes when its words stand in the caption, in
the paragraph behind the table, anywhere in the text, or in a section called `Abbreviations`.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | DLT | NR |
|---------|----:|---:|
| cast    |  40 | 12 |
| brace   |  39 |  9 |

: What was seen; NR, not reported [@nguyen2021]. {#tbl:seen}
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
[style]
abbreviations = ["DNA"]
```

```text
chapters/10-results.md:3:13: TAB013 nothing explains `DLT`
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | DLT | NR |
|---------|----:|---:|
| cast    |  40 | 12 |
| brace   |  39 |  9 |

: What was seen; DLT: dose-limiting toxicity; NR, not reported [@nguyen2021]. {#tbl:seen}
```

## Known false positives

Names that look like abbreviations. Add them to `abbreviations` in the settings.

## Fix

Explain it in the caption, or add it to the settings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import Cell
from reportkit.rules.reading.abbreviations import abbreviations, listed, lower_case_words
from reportkit.rules.reading.running_text import texts
from reportkit.rules.rule import Data, Risk, Rule

_SHORT = re.compile(r"(?<![\w@#.\\/&$-])[A-Z]{2,6}(?![\w@\\/&$-])")
_ROMAN = re.compile(r"[IVX]+")
_LEGEND = 2_000


def check(review: Review) -> Iterator[Diagnostic]:
    """Each abbreviation once in each table, where a house names those that need no words."""
    house = frozenset(review.settings.style.abbreviations)
    for chapters in texts(review) if house else ():
        explained = {place.short for place in abbreviations(chapters) if place.words}
        words = {word.upper() for word in lower_case_words(chapters)}  # in capitals they are no abbreviations
        known = house | explained | listed(chapters) | words
        for chapter in chapters:
            yield from _in_chapter(chapter, known)


def _in_chapter(chapter: Chapter, known: frozenset[str]) -> Iterator[Diagnostic]:
    blocks = sorted((prose.offsets[0], prose.text) for prose in chapter.scan.prose if prose.offsets)
    for table in chapter.scan.tables:
        legend = f"{table.caption} {_behind(blocks, table.span.end)}"
        cells = (cell for row in table.rows for cell in row[: table.columns])
        first: dict[str, Cell] = {}
        for cell in cells:
            for found in _SHORT.finditer(cell.text):
                first.setdefault(found[0], cell)
        for short, cell in first.items():
            if short not in known and short not in legend and not _ROMAN.fullmatch(short):
                hint = "Explain it in the caption, or add it to `abbreviations` in the settings."
                yield RULE.diagnostic(chapter.locate(cell.span), f"nothing explains `{short}`", hint, short)


def _behind(blocks: Sequence[tuple[int, str]], end: int) -> str:
    """The caption and the paragraph behind a table."""
    index = bisect_left(blocks, (end, ""))
    return " ".join(text[:_LEGEND] for _, text in blocks[index : index + 2])


RULE = Rule(
    code="TAB013",
    name="abbreviation-legend",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
