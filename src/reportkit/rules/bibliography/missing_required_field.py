"""An entry without a field that its type needs.

## Why it matters

The printed reference has a hole: a reader cannot find a paper without its journal or year.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author = {Nguyen, An},
  title  = {Walking after casts},
  year   = {2021},
}
```

```text
references.bib:1:10: BIB007 `nguyen2021` (article) has no journal
```

## Passes

`journaltitle` does for `journal`, `date` for `year`, `institution` for `school`. What a `crossref` or
`xdata` parent gives counts, under the name that pandoc gives it: the title of a `@proceedings` is the
`booktitle` of its papers, the title of a `@book` only that of an `@inbook`.

```bibtex references.bib
@article{nguyen2021,
  author       = {Nguyen, An},
  title        = {Walking after casts},
  journaltitle = {Journal of Small Bones},
  date         = {2021-03},
}
```

## Known false positives

A paper that names no author: put the group or the journal there, in braces. A report of a group in braces
needs no institution besides.

## Fix

Add the field. Types that are not known, and `misc`, only need a title.
"""

from collections.abc import Iterator, Mapping

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.inheritance import fields_of
from reportkit.rules.rule import Data, Risk, Rule

_Needs = tuple[tuple[str, ...], ...]

_WHO, _EDITED = ("author", "editor"), ("editor", "author")
_TITLE, _YEAR = ("title",), ("year", "date", "pubstate")
_JOURNAL = ("journal", "journaltitle")
_BOOKTITLE = ("booktitle", "maintitle")
_HOUSE = ("institution", "school", "publisher", "organization", "howpublished")
_ADDRESS = ("url", "doi", "eprint", "howpublished")

_ARTICLE = (_WHO, _TITLE, _JOURNAL, _YEAR)
_BOOK = (_WHO, _TITLE, _YEAR)
_EDITION = (_EDITED, _TITLE, _YEAR)
_VOLUME = (_TITLE, _YEAR)
_PART = (_WHO, _TITLE, _BOOKTITLE, _YEAR)
_PAPER_OF_A_HOUSE = (_WHO, _TITLE, _HOUSE, _YEAR)
_PAGE = (_TITLE, _ADDRESS)

# What a reference list cannot do without: the fields that both BibTeX and BibLaTeX require.
_REQUIRED: Mapping[str, _Needs] = {
    **dict.fromkeys(("article", "suppperiodical"), _ARTICLE),
    **dict.fromkeys(("book", "mvbook"), _BOOK),
    **dict.fromkeys(("collection", "mvcollection"), _EDITION),
    **dict.fromkeys(("proceedings", "mvproceedings", "reference", "mvreference", "periodical"), _VOLUME),
    **dict.fromkeys(("incollection", "suppcollection", "bookinbook", "suppbook"), _PART),
    **dict.fromkeys(("inproceedings", "conference"), _PART),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), _PAPER_OF_A_HOUSE),
    **dict.fromkeys(("report", "techreport"), _PAPER_OF_A_HOUSE),
    **dict.fromkeys(("online", "electronic", "www"), _PAGE),
    "inbook": (_WHO, ("chapter", "pages", *_BOOKTITLE), _TITLE, _YEAR),
    "inreference": (_TITLE, _BOOKTITLE, _YEAR),
    "patent": (_WHO, _TITLE, ("number",), _YEAR),
    "unpublished": (_WHO, _TITLE),
}
_OTHERS: _Needs = (_TITLE,)
_WITHOUT_TEXT = frozenset({"xdata", "set"})


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding per entry, naming every field that is missing."""
    for reference in review.bibliography.references:
        if reference.type in _WITHOUT_TEXT:
            continue
        fields = fields_of(reference, review.bibliography)
        there = {name for name, field in fields.items() if field.value.strip()}
        if reference.text("author").startswith("{"):
            there.add("institution")  # a group that is the author is its own house
        needed = _REQUIRED.get(reference.type, _OTHERS)
        missing = [names[0] for names in needed if there.isdisjoint(names)]
        if missing:
            message = f"`{reference.key}` ({reference.type}) has no {' and no '.join(missing)}"
            hint = f"Add {', '.join(f'`{name}`' for name in missing)} to the entry."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


RULE = Rule(
    code="BIB007",
    name="missing-required-field",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
