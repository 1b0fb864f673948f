"""A list of names that cannot be taken apart as it stands.

## Why it matters

Names are separated by `and`, in small letters, and nothing else. `Nguyen, A; Rossi, B` becomes one person
with a strange first name, and so does `Nguyen, A AND Rossi, B`; a stray `and` becomes a person without a
name.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An; Rossi, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:24: BIB010 in the author of `nguyen2021`, `;` does not separate names
```

## Passes

A group's name in braces may hold any of these.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, Jr., An and Rossi, Bea and {Casts; Bones & Co}},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

Put `and` between two names. A name has at most two commas, and then the part that tells father from son
stands between them: `Family, Jr., Given`. Put the name of a group into braces.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.names import NAME_FIELDS, WrittenName, names_in, outside_braces
from reportkit.rules.rule import Data, Rule

_SIGN = re.compile(r";|(?<=\s)(?:\\?&|AND|And)(?=\s)")
_FLAWS = (
    (_SIGN, "`{0}` does not separate names"),
    (re.compile(r"^\s*and\b(?=\s)|\band\s*$|\band(?=\s+and\b)"), "a name is missing beside `{0}`"),
    (re.compile(r",(?=\s*,)|,(?=\s+and\b)|,\s*$"), "there is nothing behind this comma"),
)
_SEPARATED_ANYWAY = re.compile(r"\s+and\s|\s*$")
_SUSPECTS = (";", "&", " AND ", " And ", " and and ", ", and ", ",,", ", ,")
_JUNIOR = re.compile(
    r"(?:jn?r|sn?r|junior|senior|[ivx]+|[2-9](?:nd|rd|th)|filho|neto|sobrinho|hijo|fils|p[eè]re|ph\.?\s?d|m\.?\s?d"
    r"|esq)\.?",
    re.IGNORECASE,
)
_COMMAS_OF_ONE_NAME = 2


def check(review: Review) -> Iterator[Diagnostic]:
    """The first flaw of each list of names."""
    for field in written_fields(review.bibliography, *NAME_FIELDS):
        flaw = next(_flaws(field.text), None)
        if flaw:
            span, what = flaw
            key = field.reference.key
            message = f"in the {field.field.name} of `{key}`, {what}"
            hint = "Put `and` between two names; put the name of a group into braces."
            yield RULE.diagnostic(field.place(span), message, hint, key, _separated(field, span))


def _separated(field: WrittenField, span: Span) -> Fix | None:
    """The fix for signs that were meant as `and`, all of the list."""
    signs = list(_SIGN.finditer(outside_braces(field.text)))
    if field.source is None or span.start not in {sign.start() for sign in signs}:
        return None
    edits = tuple(Edit(field.place(Span(*sign.span())), _and(sign)) for sign in signs)
    return Fix(Applicability.UNSAFE, "put `and` there", edits)


def _and(sign: re.Match[str]) -> str:
    if sign[0] != ";":
        return "and"
    if _SEPARATED_ANYWAY.match(sign.string, sign.end()):
        return ""
    return " and" if sign.string[sign.end() : sign.end() + 1].isspace() else " and "


def _flaws(value: str) -> Iterator[tuple[Span, str]]:
    names = outside_braces(value)
    for pattern, what in _FLAWS if _may_be_flawed(names) else ():
        for found in pattern.finditer(names):
            sign = found[0].strip()
            start = found.start() + found[0].index(sign)
            yield Span(start, start + len(sign)), what.format(value[start : start + len(sign)])
    if any(name.count(",") >= _COMMAS_OF_ONE_NAME for name in names.split(" and ")):
        for name in names_in(value):
            if flaw := _flaw_of_commas(name):
                yield name.span, flaw


def _may_be_flawed(names: str) -> bool:
    """A cheap test, as there are many names."""
    words = f" {' '.join(names.split())} "
    return words.startswith(" and ") or words.endswith((" and ", ", ")) or any(s in words for s in _SUSPECTS)


def _flaw_of_commas(name: WrittenName) -> str:
    commas = name.plain.count(",")
    if commas > _COMMAS_OF_ONE_NAME and not name.is_labelled:
        return "one name has more than two commas"
    if commas == _COMMAS_OF_ONE_NAME and not name.is_labelled and not _JUNIOR.fullmatch(name.parts[1]):
        return f"`{name.parts[1]}` between two commas is taken for `Jr.`"
    return ""


RULE = Rule(
    code="BIB010",
    name="name-list-malformed",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
