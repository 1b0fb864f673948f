"""An entry that says something else than the registry of its DOI.

## Why it matters

Readers do not find the paper, or the DOI is that of another one.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  volume  = {378},
  doi     = {10.1000/bones.12},
}
```

```json refs.lock.json
{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {
      "source": "Crossref",
      "doi": "10.1000/bones.12",
      "title": "Walking After Casts: A Trial",
      "authors": ["Nguyen"],
      "year": "2020",
      "volume": "379"
    }
  }
}
```

```text
references.bib:6:14: BIB043 in Crossref the volume of `nguyen2021` is 379
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  volume  = {379},
  doi     = {10.1000/bones.12},
}
```

## Known false positives

Registries err, too. Not compared are: case, accents and punctuation; a subtitle that one side leaves out;
translated titles in brackets; years that differ by one, since papers appear online first; particles of names;
volumes that are no numbers; last pages; and page ranges with article numbers.

## Fix

Look at the paper. Where the registry is right, the unsafe fix takes over its year, volume or pages. Another
title or first author most often means that the DOI is wrong.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity, Unchecked
from reportkit.model.location import Span
from reportkit.model.locks import WorkRecord
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_field
from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.registered import registered, unregistered
from reportkit.rules.reading.surnames import shares_a_word, surnames
from reportkit.rules.rule import Data, Risk, Rule

_ALIKE = 90  # percent
_LONG = 15  # letters; a title of so many that only goes on differently is the same without its subtitle
_MARK = re.compile(r"\W*(?:retracted|withdrawn)(?: article)?\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_DASH = re.compile(r"[-–—]+")
_PAGES = re.compile(r"(?P<letters>[a-z]*)0*(?P<first>\d+)\s*(?P<range>[-–—])?", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields of entries that their records contradict; of doubled fields the one that counts."""
    for reference, record in registered(review):
        for name, field in {field.name: field for field in reference.fields}.items():
            if compared := _COMPARED.get(name):
                wanted = compared.of_record(record)
                if wanted and field.value not in {"", wanted} and compared.differ(field.value, wanted):
                    yield _finding(compared, written_field(reference, field), record.source, wanted)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Entries that the lock does not know."""
    return unregistered(review, RULE.code)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a field is called, where a record has it, when the two differ, and whether to take it over."""

    what: str
    of_record: Callable[[WorkRecord], str]
    differ: Callable[[str, str], bool]
    by_number: bool


def _finding(compared: _Compared, written: WrittenField, source: str, wanted: str) -> Diagnostic:
    reference = written.reference
    message = f"in {source} the {compared.what} of `{reference.key}` is {wanted}"
    hint, fix = "Look at the paper: either this or the DOI is that of another one.", None
    if compared.by_number:
        hint = "Look at the paper, and correct what is wrong."
        content = _DASH.sub("--", wanted) if compared.what == "page range" else wanted
        whole = Span(0, len(written.text))
        fix = written.mended(whole, content, f"write what {source} has", Applicability.UNSAFE)
    return RULE.diagnostic(written.field.value_location, message, hint, reference.key, fix)


def _titles_differ(written: str, wanted: str) -> bool:
    if wanted.startswith("["):
        return False
    one, other = (folded(_MARK.sub("", title)) for title in (written, wanted))
    shorter, longer = sorted((one, other), key=len)
    if one == other or (len(shorter) >= _LONG and longer.startswith(shorter)):
        return False
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - slow to load, seldom needed

    return bool(ratio(one, other) < _ALIKE)


def _authors_differ(written: str, wanted: str) -> bool:
    """Whether the first name of the list is another; those of groups are written in many ways."""
    if wanted in written.split(" and ", 1)[0]:
        return False
    first = next(surnames(written), frozenset())
    return bool(first) and not written.lstrip().startswith("{") and not shares_a_word(first, wanted)


def _years_differ(written: str, wanted: str) -> bool:
    one, other = _YEAR.match(written), _YEAR.match(wanted)
    return bool(one and other) and abs(int(written[:4]) - int(wanted[:4])) > 1


def _volumes_differ(written: str, wanted: str) -> bool:
    return written.isdecimal() and wanted.isdecimal() and int(written) != int(wanted)


def _pages_differ(written: str, wanted: str) -> bool:
    """Whether the first pages do, where both are ranges or neither is."""
    one, other = _PAGES.match(written), _PAGES.match(wanted)
    if not one or not other or bool(one["range"]) != bool(other["range"]):
        return False
    return one["letters"].lower() == other["letters"].lower() and int(one["first"]) != int(other["first"])


def _first_author(record: WorkRecord) -> str:
    return record.authors[0] if record.authors else ""


_YEARS = _Compared("year", lambda record: record.year, _years_differ, by_number=True)

_COMPARED = {
    "title": _Compared("title", lambda record: record.title, _titles_differ, by_number=False),
    "author": _Compared("first author", _first_author, _authors_differ, by_number=False),
    "year": _YEARS,
    "date": _YEARS,
    "volume": _Compared("volume", lambda record: record.volume, _volumes_differ, by_number=True),
    "pages": _Compared("page range", lambda record: record.pages, _pages_differ, by_number=True),
}


RULE = Rule(
    code="BIB043",
    name="metadata-mismatch",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.METADATA}),
    check=check,
    unchecked=unchecked,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
