"""What a spreadsheet made of a cell.

## Why it matters

Spreadsheets turn the genes MARCH1 and SEPT2 into days, long numbers into powers of ten, and formulas whose
cells are gone into `#REF!`. They do so silently, and the value that was there is lost.

The rule looks at cells of the evidence and of Markdown tables: a day of a month alone where the column holds
no other dates, `1.23E+11`, errors of formulas, and texts of the evidence that end after 255 or 32767
characters in the middle of a sentence.

## Flagged

```markdown chapters/10-results.md
# Results

| Gene  | Patients |
|-------|---------:|
| 1-Mar |       40 |
| BRCA2 |   #REF!  |

: Which genes [@nguyen2021]. {#tbl:genes}
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
chapters/10-results.md:5:3: TAB017 `1-Mar` looks like a name that a spreadsheet took for a date
chapters/10-results.md:6:13: TAB017 `#REF!` is an error of a spreadsheet
```

## Passes

```markdown chapters/10-results.md
# Results

| Gene    | Patients | Seen on |
|---------|---------:|---------|
| MARCHF1 |       40 | 1-Mar   |
| BRCA2   |       39 | 12-May  |

: Which genes [@nguyen2021]. {#tbl:genes}
```

## Known false positives

A single date without a year. Write the year.

## Fix

Look the cell up in the source, and keep tables in text files.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.location import Location, SourceText
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import Column, TableInText, tables_in_text
from reportkit.rules.rule import Risk, Rule

_HINT = "Look the cell up in the source, and keep the table in a text file."
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)"
_DAY = re.compile(rf"[0-3]?[0-9]-{_MONTH}|{_MONTH}-[0-3]?[0-9]")
# Genes that were renamed because of this; other months are more often dates.
_LIKE_A_GENE = re.compile(r"(?:[0-9]|1[0-5])-(?:Mar|Sept?|Dec|Oct)|(?:Mar|Sept?|Dec|Oct)-(?:0?[0-9]|1[0-5])")
_ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|N/A)|#{4,}")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{2}")
_CUT = (255, 32_767)


def check(review: Review) -> Iterator[Diagnostic]:
    """Cells of tables in chapters, then those of the evidence."""
    for table in tables_in_text(review):
        for column in table.columns:
            yield from _in_column(table, column)
    if review.evidence:
        yield from _in_evidence(review.evidence)


def _in_column(table: TableInText, column: Column) -> Iterator[Diagnostic]:
    texts = [cell.text.strip() for cell in column.cells]
    days = [text for text in texts if _DAY.fullmatch(text)]
    names = len(days) < len(texts) and all(map(_LIKE_A_GENE.fullmatch, days))
    for cell, text in zip(column.cells, texts, strict=True):
        if why := _as_date(text) if names and text in days else _damage(text):
            yield RULE.diagnostic(table.locate(cell), why, _HINT)


def _in_evidence(evidence: Evidence) -> Iterator[Diagnostic]:
    sources = {source.filename: source for source in evidence.sources}
    for result in evidence.results:
        for place in result.cells.values():
            text = _written(sources.get(place.filename), place)
            why = _as_date(text) if _LIKE_A_GENE.fullmatch(text) else _damage(text) or _cut(text)
            if why:
                yield RULE.diagnostic(place, why, _HINT, result.id)


def _written(source: SourceText | None, place: Location) -> str:
    """A cell as its file has it, without quotation marks."""
    return source.text[source.offset(place.start) : source.offset(place.end)].strip('" ') if source else ""


def _as_date(text: str) -> str:
    return f"`{text}` looks like a name that a spreadsheet took for a date"


def _cut(text: str) -> str:
    """What is wrong with a text that ends at a limit of spreadsheets without an end of its own."""
    whole = len(text) not in _CUT or text.endswith((".", ")", "!", "?"))
    return "" if whole else f"the text ends after {len(text)} characters, where a spreadsheet cuts it"


def _damage(text: str) -> str:
    if _ERROR.fullmatch(text):
        return f"`{text}` is an error of a spreadsheet"
    return f"`{text}` is a number that a spreadsheet shortened" if _POWER.fullmatch(text) else ""


RULE = Rule(
    code="TAB017",
    name="spreadsheet-damage",
    severity=Severity.ERROR,
    needs=frozenset(),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
