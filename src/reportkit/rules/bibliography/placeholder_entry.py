"""An entry that stands for a work yet to be found.

## Why it matters

`John Doe`, `TODO` and invented identifiers are put in to be replaced. What is left of them is printed, and
cites nothing.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Doe, John and Rossi, Bea},
  title   = {TODO find the title},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:14: BIB044 the author of `nguyen2021` is a placeholder: `Doe, John`
references.bib:3:14: BIB044 the title of `nguyen2021` is a placeholder: `TODO`
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Doe, Johanna and Rossi, Bea},
  title   = {To do or not to do: Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Find the work, or remove the entry and what rests on it.
"""

import re
from collections.abc import Iterator
from itertools import chain

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.names import NAME_FIELDS, names_in
from reportkit.rules.rule import Data, Rule

_PERSONS = (
    *(("john", "doe"), ("jane", "doe"), ("first", "last"), ("firstname", "lastname"), ("given", "family")),
    *(("given", "surname"), ("first", "author"), ("second", "author"), ("third", "author"), ("an", "author")),
    *(("author", "name"), ("first", "name"), ("max", "mustermann"), ("erika", "mustermann")),
)
_NAMES = frozenset(form for given, family in _PERSONS for form in (f"{given} {family}", f"{family}, {given}"))
_PART_OF_A_NAME = ("doe", "last", "family", "surname", "author", "name", "mustermann")
_MARK = r"TODO|FIXME|TBD|XXX+|\?\?+"
_MARKS = re.compile(_MARK)
_MARKED = re.compile(r"\b(?:TODO|FIXME|TBD)\b")
_ONLY_A_MARK = re.compile(rf"\W*(?:{_MARK})\W*")
_NO_TITLE = re.compile(
    r"\W*(?:(?:article |paper |book )?title|title of (?:the|this) (?:article|paper|book)|your title here"
    r"|insert title(?: here)?|untitled|placeholder|foo(?: ?bar)?|lorem ipsum.*)\W*",
    re.IGNORECASE,
)
_NO_DOI = re.compile(r"^10\.(?:9999|7777|0000)/|\b(?:fake|placeholder)\b|/x{3}", re.IGNORECASE)
_OTHERS = ("journal", "journaltitle", "booktitle", "year", "date", "url")


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields that hold what nobody would leave there on purpose."""
    telling = written_fields(review.bibliography, "title", "doi", *NAME_FIELDS)
    others = written_fields(review.bibliography, *_OTHERS, holding=_MARKS)
    for field in chain(telling, others):
        if span := _placeholder(field):
            shown = " ".join(field.text[span.start : span.end].split())
            message = f"the {field.field.name} of `{field.reference.key}` is a placeholder: `{shown}`"
            hint = "Find the work, or remove the entry and what rests on it."
            yield RULE.diagnostic(field.place(span), message, hint, field.reference.key)


def _placeholder(field: WrittenField) -> Span | None:
    name, text = field.field.name, field.text
    if _ONLY_A_MARK.fullmatch(text) or (name == "doi" and _NO_DOI.search(text)):
        return Span(0, len(text))
    if name in NAME_FIELDS:
        return next(_nobodies(text), None)
    if name != "title":
        return None
    found = _NO_TITLE.fullmatch(text) or (_MARKED.search(text) if _may_be_marked(text) else None)
    return Span(*found.span()) if found else None


def _may_be_marked(text: str) -> bool:
    return "TODO" in text or "FIXME" in text or "TBD" in text


def _nobodies(text: str) -> Iterator[Span]:
    """The names in a list that are nobody's."""
    lower = text.lower()
    if any(part in lower for part in _PART_OF_A_NAME):
        for name in names_in(text):
            if " ".join(name.text.lower().split()).strip("{} ") in _NAMES or _ONLY_A_MARK.fullmatch(
                name.text
            ):
                yield name.span


RULE = Rule(
    code="BIB044",
    name="placeholder-entry",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
