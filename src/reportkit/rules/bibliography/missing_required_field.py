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

`journaltitle` does for `journal`, `date` for `year`, `institution` for `school`; fields of a `crossref`
or `xdata` parent count.

```bibtex references.bib
@article{nguyen2021,
  author       = {Nguyen, An},
  title        = {Walking after casts},
  journaltitle = {Journal of Small Bones},
  date         = {2021-03},
}
```

## Known false positives

A paper that names no author: put the group or the journal there, in braces.

## Fix

Add the field. Types that are not known, and `misc`, only need a title.
"""

from collections.abc import Iterator, Mapping

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_Needs = tuple[tuple[str, ...], ...]

_WHO, _EDITED = ("author", "editor"), ("editor", "author")
_TITLE, _YEAR = ("title",), ("year", "date")
_JOURNAL = ("journal", "journaltitle")
_BOOKTITLE = ("booktitle", "maintitle")
_HOUSE = ("institution", "school", "publisher", "organization")
_ADDRESS = ("url", "doi", "eprint")

# What a reference list cannot do without: the fields that both BibTeX and biblatex require.
_REQUIRED: Mapping[str, _Needs] = {
    "article": (_WHO, _TITLE, _JOURNAL, _YEAR),
    "book": (_WHO, _TITLE, _YEAR),
    "mvbook": (_WHO, _TITLE, _YEAR),
    "collection": (_EDITED, _TITLE, _YEAR),
    "inbook": (_WHO, ("chapter", "pages", "booktitle"), _TITLE, _YEAR),
    "incollection": (_WHO, _TITLE, _BOOKTITLE, _YEAR),
    "inproceedings": (_WHO, _TITLE, _BOOKTITLE, _YEAR),
    "conference": (_WHO, _TITLE, _BOOKTITLE, _YEAR),
    "proceedings": (_TITLE, _YEAR),
    "thesis": (_WHO, _TITLE, _HOUSE, _YEAR),
    "phdthesis": (_WHO, _TITLE, _HOUSE, _YEAR),
    "mastersthesis": (_WHO, _TITLE, _HOUSE, _YEAR),
    "report": (_WHO, _TITLE, _HOUSE, _YEAR),
    "techreport": (_WHO, _TITLE, _HOUSE, _YEAR),
    "online": (_TITLE, _ADDRESS),
    "electronic": (_TITLE, _ADDRESS),
    "www": (_TITLE, _ADDRESS),
}
_OTHERS: _Needs = (_TITLE,)
_WITHOUT_TEXT = {"xdata", "set"}


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding per entry, naming every field that is missing."""
    for reference in review.bibliography.references:
        if reference.type in _WITHOUT_TEXT:
            continue
        there = _fields(reference, review.bibliography)
        needed = _REQUIRED.get(reference.type, _OTHERS)
        missing = [names[0] for names in needed if not there.intersection(names)]
        if missing:
            message = f"`{reference.key}` ({reference.type}) has no {' and no '.join(missing)}"
            hint = f"Add {_listed(missing)} to the entry."
            yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


def _fields(reference: Reference, bibliography: Bibliography) -> set[str]:
    """The names of all fields with a value, those of its parents included."""
    there = {field.name for field in reference.fields if field.value.strip()}
    for link in reference.links:
        for key in link.keys:
            parent = bibliography.by_key.get(key)
            if parent and parent is not reference:
                there |= {_as_child(field.name, link.name) for field in parent.fields if field.value.strip()}
    return there


def _as_child(name: str, link: str) -> str:
    """The name under which a child inherits a field: the title of a book is no chapter's title."""
    return "booktitle" if (name, link) == ("title", "crossref") else name


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


RULE = Rule(
    code="BIB007",
    name="missing-required-field",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
