"""A table without a caption, or without the label that other tables have.

## Why it matters

A table is read before the text around it, and often alone. Its caption says what the numbers are and of whom;
without a label nothing can refer to it.

A caption is a paragraph `: Words {#tbl:name}` before or behind the table, or one that begins with `Table` and
a number. The rule looks at tables with a column of numbers, in texts that cite; a label is missed only where
another table of the review has one.

## Flagged

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |       40 |
| brace   |       39 |

Most wore a cast [@nguyen2021].
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
chapters/10-results.md:3:1: TAB012 the table has no caption
```

## Passes

```markdown chapters/10-results.md
# Results

| Support | Children |
|---------|---------:|
| cast    |       40 |
| brace   |       39 |

: Who wore what. {#tbl:supports}

Most wore a cast, see @tbl:supports [@nguyen2021].
```

## Known false positives

Small tables that go on with a sentence, slides, and captions that a program prints.

## Fix

Add the caption with its label behind the table.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position, Span
from reportkit.model.review import Review
from reportkit.rules.reading.dialects import table_caption
from reportkit.rules.reading.markdown_tables import TableInText, is_number, tables_in_text
from reportkit.rules.rule import Data, Risk, Rule

_BY_HAND = re.compile(
    r"(?:Supplement\w*\s)?(?:Table|Tab\.|Tabelle|Tabela|Tableau|Box)\s?(?:S?[0-9]|[A-Z]\b|\\)"
)
_LATEX = re.compile(r"\s*[^\n]+(?:\n[^\n]+)*?\\label\{[^}]+\}")
_REST_OF_DIV = re.compile(r"[^}\n]*\}[ \t]*\n\s*")
_FAR = 500  # characters between a table and what belongs to it


@dataclass(frozen=True)
class _Surroundings:
    """What of a chapter may belong to a table beside it, in reading order."""

    chapter: Chapter

    @cached_property
    def _prose(self) -> list[tuple[int, str]]:
        return [(prose.offsets[0], prose.text) for prose in self.chapter.scan.prose if prose.offsets]

    @cached_property
    def _captions(self) -> list[int]:
        return sorted(raw.span.start for raw in self.chapter.scan.raw_html if "<caption" in raw.text)

    @cached_property
    def _divs(self) -> list[int]:
        return sorted(label.span.end for label in self.chapter.scan.labels if label.kind == "div")

    def caption(self, table: Span) -> bool:
        """Whether the paragraph before or behind begins like a caption, or HTML before it is one."""
        behind = bisect_left(self._prose, (table.end, ""))
        before = bisect_left(self._prose, (table.start, "")) - 1
        near = [self._prose[i][1] for i in (before, behind) if 0 <= i < len(self._prose)]
        html = bisect_left(self._captions, table.start) > bisect_left(self._captions, table.start - _FAR)
        return html or any(_BY_HAND.match(text) for text in near)

    def label(self, table: Span) -> bool:
        """Whether a label of LaTeX stands behind it, or it begins a div that has one."""
        text, index = self.chapter.source.text, bisect_left(self._divs, table.start) - 1
        end = self._divs[index] if index >= 0 else table.start
        near = end < table.start <= end + _FAR
        in_div = near and _REST_OF_DIV.fullmatch(text, end, table.start) is not None
        return in_div or _LATEX.match(text, table.end, table.end + _FAR) is not None


def check(review: Review) -> Iterator[Diagnostic]:
    """Tables without a caption, then those without a label where others have one."""
    cites = any(chapter.scan.groups for chapter in review.chapters)
    tables = [table for table in tables_in_text(review) if cites and _has_numbers(table)]
    around = {chapter.filename: _Surroundings(chapter) for chapter in review.chapters}
    labelled = [_has_label(table, around) for table in tables]
    for table, has_label in zip(tables, labelled, strict=True):
        captioned = table.table.caption or has_label
        if not captioned and not around[table.chapter.filename].caption(table.table.span):
            yield RULE.diagnostic(_first_line(table), "the table has no caption", _hint(table))
        elif table.table.caption and not has_label and any(labelled):
            yield RULE.diagnostic(_first_line(table), "the table has no label", _hint(table))


def _hint(table: TableInText) -> str:
    caption = table_caption(table.chapter.flavor)
    return (
        f"Give it a label, as other tables have: `{caption}`."
        if table.table.caption
        else f"Add a line `{caption}` beside it."
    )


def _has_numbers(table: TableInText) -> bool:
    """Whether most cells of a column are numbers."""
    counts = (sum(map(is_number, column.cells)) * 2 > len(column.cells) for column in table.columns)
    return any(counts)


def _has_label(table: TableInText, around: Mapping[str, _Surroundings]) -> bool:
    return bool(table.table.label) or around[table.chapter.filename].label(table.table.span)


def _first_line(table: TableInText) -> Location:
    place = table.chapter.locate(table.table.span)
    return Location(place.filename, place.start, Position(place.start.row, place.start.column + 1))


RULE = Rule(
    code="TAB012",
    name="missing-caption-or-label",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
