"""The name of a group without braces, which is taken apart like a person's.

## Why it matters

`Bones Study Group` is printed as "Group BS", and sorted under G. In braces a name stays whole.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Small Bones Study Group},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:29: BIB012 in the author of `nguyen2021`, `Small Bones Study Group` is taken for a person
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and {Small Bones Study Group}},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

A person whose family name is a word for a group. Groups whose name shows no such word stand in the settings
under `group-authors`.

## Fix

The fix puts the name in braces. It is unsafe where the name was turned round (`Group, Small Bones Study`),
and where a name without a comma stands beside it: `and` may be part of the group's name.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.names import NAME_FIELDS, WrittenName, names_in, outside_braces
from reportkit.rules.rule import Data, Risk, Rule

_WORDS = (
    "academy|administration|agency|alliance|association|authority|bureau|collaboration|collaborators|commission"
    "|committee|community|confederation|conference|consortium|corporation|council|department|developers|directorate"
    "|federation|foundation|gmbh|groups?|inc|initiative|institutes?|investigators|laborator(?:y|ies)|llc|ltd|ministry"
    "|network|organi[sz]ation|panel|partnership|programme|project|registry|secretariat|services?|society|teams?"
    "|trialists|university|workshop|(?:cent(?:er|re)s?|office) (?:for|of|on)|task force|working party"
)
_GROUP = re.compile(rf"\b(?:{_WORDS})\b")
# Turned round by a program that took the group for a person; none of these is a family name.
_TURNED = re.compile(
    r"(?:\w+ )*(?:association|collaboration|collaborators|commission|committee|consortium|foundation|group"
    r"|initiative|investigators|network|organi[sz]ation|society|team)",
    re.IGNORECASE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Names outside braces with a word for a group in them, and those of the settings."""
    known = frozenset(name.casefold() for name in review.settings.style.group_authors)
    for field in written_fields(review.bibliography, *NAME_FIELDS):
        if known or _GROUP.search(field.text.lower()):
            yield from _groups(field, known)


def _groups(field: WrittenField, known: frozenset[str]) -> Iterator[Diagnostic]:
    names = list(names_in(field.text))
    for index, name in enumerate(names):
        if not name.is_whole and not name.is_labelled and _is_group(name, known):
            key = field.reference.key
            message = f"in the {field.field.name} of `{key}`, `{name.text}` is taken for a person"
            hint = "Put the whole name of the group into braces."
            is_sure = not any(
                map(_may_belong_to_it, names[max(index - 1, 0) : index] + names[index + 1 : index + 2])
            )
            yield RULE.diagnostic(
                field.place(name.span), message, hint, key, _braced(field, name, is_sure=is_sure)
            )


def _is_group(name: WrittenName, known: frozenset[str]) -> bool:
    if name.text.casefold() in known:
        return " " in name.plain
    family, *given = name.parts
    if given:
        return _TURNED.fullmatch(family) is not None
    return " " in name.plain and _GROUP.search(outside_braces(name.text).lower()) is not None


def _may_belong_to_it(neighbour: WrittenName) -> bool:
    """Whether `and` may be part of a group's name: nothing says that what stands beside it is a person."""
    return not neighbour.is_whole and "," not in neighbour.plain


def _braced(field: WrittenField, name: WrittenName, *, is_sure: bool) -> Fix | None:
    """The fix, unsafe where the name was turned round or may go on."""
    family, *given = name.parts
    whole = " ".join((*given, family))
    applicability = Applicability.SAFE if is_sure and not given else Applicability.UNSAFE
    return field.mended(name.span, f"{{{whole}}}", "put it in braces", applicability)


RULE = Rule(
    code="BIB012",
    name="unprotected-group-author",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
    risk=Risk.MEDIUM,
)
