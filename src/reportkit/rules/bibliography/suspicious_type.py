"""An entry whose type and fields do not belong together.

## Why it matters

The type decides what is printed. Of a `@misc` with a journal the pages are lost, of a `@conference`, which
pandoc does not know, the proceedings; a preprint with `arXiv` for a journal looks as if it had been
reviewed.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020].
```

```bibtex references.bib
@misc{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  volume  = {12},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {arXiv preprint arXiv:2003.01234},
  year    = {2020},
}
```

```text
references.bib:1:7: BIB047 `nguyen2021` has a journal and a volume, but is of the type `misc`
references.bib:9:10: BIB047 `rossi2020` has a server of preprints for a journal
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  volume  = {12},
  year    = {2021},
}

@misc{rossi2020,
  author     = {Rossi, Bea},
  title      = {Running after casts},
  eprint     = {2003.01234},
  eprinttype = {arxiv},
  year       = {2020},
}
```

## Known false positives

Some teams write preprints as articles, because their style prints them best so. With `eprint`, as databases
of astronomy and physics export them, they pass.

## Fix

Write the type that fits: `article` for what has a journal, `inproceedings` for what has a book of
proceedings, `online` for what has nothing but an address, `misc` with `eprint` for a preprint.
"""

import re
from collections.abc import Iterator, Mapping

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.inheritance import fields_of
from reportkit.rules.rule import Data, Risk, Rule

_Values = Mapping[str, str]

_PREPRINTS = re.compile(
    r"\W*(?:bio|med|chem|eart?h|psy|eng|soc)?-?(?:a?r)?xiv\b|.*\barxiv:\s?\d", re.IGNORECASE
)
_OF_A_JOURNAL = ("volume", "number", "issue", "pages", "eid", "doi", "pmid")
_NOT_OF_A_BOOK = frozenset({"misc", "online", "book", "article", "electronic", "www"})
_LOOSE = frozenset({"misc", "online", "electronic", "www"})


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding for each entry, with the type that would fit."""
    for reference in review.bibliography.references:
        if found := _suspicion(reference, review.bibliography):
            what, better = found
            hint = f"Write {better}."
            yield RULE.diagnostic(reference.key_location, f"`{reference.key}` {what}", hint, reference.key)


def _suspicion(reference: Reference, bibliography: Bibliography) -> tuple[str, str] | None:
    kind = reference.type
    if kind == "conference":
        return "is of the type `conference`, of which pandoc prints no proceedings", "`@inproceedings`"
    values = {name: field.value.strip() for name, field in fields_of(reference, bibliography).items()}
    journal = values.get("journaltitle") or values.get("journal", "")
    if kind == "article":
        found = _preprint(journal, values) or _article(journal, values)
    elif kind == "inproceedings" and journal and not values.get("booktitle"):
        found = f"has a journal instead of a book, but is of the type `{kind}`", "`@article`"
    elif kind == "proceedings" and values.get("pages"):
        found = f"has pages, but is of the type `{kind}`", "`@inproceedings`"
    elif kind in _LOOSE and journal and (one := next((n for n in ("volume", "pages") if values.get(n)), "")):
        found = (
            f"has a journal and {'a volume' if one == 'volume' else 'pages'}, but is of the type `{kind}`",
            "`@article`",
        )
    else:
        found = None
    return found or _part_of_a_book(kind, journal, values)


def _preprint(journal: str, values: _Values) -> tuple[str, str] | None:
    if values.get("eprint") or not _PREPRINTS.match(journal):
        return None
    return "has a server of preprints for a journal", "`@misc` with `eprint` and `eprinttype`"


def _article(journal: str, values: _Values) -> tuple[str, str] | None:
    is_page = values.get("url") and not any(values.get(name) for name in (*_OF_A_JOURNAL, "booktitle"))
    if journal or not is_page:
        return None
    return "has an address, but nothing of a journal, and is of the type `article`", "`@online`"


def _part_of_a_book(kind: str, journal: str, values: _Values) -> tuple[str, str] | None:
    """A `booktitle` that pandoc prints only of types which stand in a book."""
    book = values.get("booktitle")
    if kind not in _NOT_OF_A_BOOK or journal or not book or book == values.get("title"):
        return None
    return (
        f"has a `booktitle`, which is not printed of the type `{kind}`",
        "`@incollection` or `@inproceedings`",
    )


RULE = Rule(
    code="BIB047",
    name="suspicious-type",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
