"""A title or a name in capitals only.

## Why it matters

Styles cannot bring it down: pandoc takes each word for an abbreviation. It is printed as it stands.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {NGUYEN, An and Rossi, Bea},
  title   = {WALKING AFTER CASTS},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:14: BIB015 in the author of `nguyen2021`, `NGUYEN` stands in capitals
references.bib:3:14: BIB015 the title of `nguyen2021` stands in capitals
```

## Passes

Abbreviations, and names of groups in braces, may stand in capitals.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and {SMALL BONES}},
  title   = {Walking after casts: {CAST-TRIAL}},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

The fix writes small letters behind the first one of a title, and of each part of a name. Abbreviations and
names in a title need their capitals back, which is why it is unsafe.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.names import NAME_FIELDS, names_in, outside_braces
from reportkit.rules.rule import Data, Rule

# What every loud text has; most are in plain letters, where it is found sooner.
_RUN, _MAY_BE_RUN = re.compile(r"[^\W\d_a-z]{3}"), re.compile(r"[A-Z]{3}|[^\x00-\x7f]")
_LOUD_WORD = re.compile(r"(?<![\w-])[^\W\d_a-z]{4,}(?![\w-])")
_LOUD_NAME = re.compile(r"(?![IVX]+$)(?=.*[^\W\d_a-z]{3})(?:[^\W\d_a-z]+(?:[ '’-]|$))+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS_OF_A_TITLE = 2
_HINT = "Write capitals only where they belong."


def check(review: Review) -> Iterator[Diagnostic]:
    """Titles of several words without a small letter, and each list with such a family name."""
    for field in written_fields(review.bibliography, "title", *NAME_FIELDS, holding=_MAY_BE_RUN):
        if not _RUN.search(field.text):
            continue
        if field.field.name == "title":
            if _is_loud(field.text):
                yield _title(field)
        elif spans := list(_loud_names(field.text)):
            yield _names(field, spans)


def _is_loud(title: str) -> bool:
    open_letters = "".join(
        char for char, shown in zip(title, outside_braces(title), strict=True) if char == shown
    )
    return open_letters.isupper() and len(_LOUD_WORD.findall(open_letters)) >= _WORDS_OF_A_TITLE


def _title(field: WrittenField) -> Diagnostic:
    message, whole = f"the title of `{field.reference.key}` stands in capitals", Span(0, len(field.text))
    fix = field.mended(whole, _lowered(field.text), "write it small", Applicability.UNSAFE)
    return RULE.diagnostic(field.place(whole), message, _HINT, field.reference.key, fix)


def _lowered(title: str) -> str:
    """The title in small letters but for its first; braces and what follows a backslash are kept."""
    plain = outside_braces(title)
    first = next((i for i, char in enumerate(plain) if char.isalpha()), 0)
    chars = zip(title[first + 1 :], plain[first + 1 :], strict=True)
    return title[: first + 1] + "".join(char.lower() if char == shown else char for char, shown in chars)


def _loud_names(value: str) -> Iterator[Span]:
    """The family names, before a comma, that have capitals only."""
    for name in names_in(value):
        family, *given = name.parts
        if given and not name.is_labelled and _LOUD_NAME.fullmatch(family):
            start = name.span.start + name.text.index(family)
            yield Span(start, start + len(family))


def _names(field: WrittenField, spans: list[Span]) -> Diagnostic:
    names = [field.text[span.start : span.end] for span in spans]
    message = f"in the {field.field.name} of `{field.reference.key}`, `{names[0]}` stands in capitals"
    edits = tuple(
        Edit(field.place(span), _LETTERS.sub(lambda word: word[0].capitalize(), name))
        for span, name in zip(spans, names, strict=True)
        if field.source
    )
    fix = Fix(Applicability.UNSAFE, "write it small", edits) if edits else None
    return RULE.diagnostic(field.place(spans[0]), message, _HINT, field.reference.key, fix)


RULE = Rule(
    code="BIB015",
    name="shouting",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
