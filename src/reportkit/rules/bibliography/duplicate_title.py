"""Two entries that seem to be one work: title, an author and the year agree.

## Why it matters

One work gets two numbers in the reference list, and its patients seem to be two groups. Libraries that were
merged or imported twice are full of such pairs, often with one misspelt title.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @an2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea},
  title   = {Walking after casts: a study of herons},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{an2021,
  author  = {Rossi, B. and Nguyen, A.},
  title   = {Walking after casts: A study of heron},
  journal = {J. Small Bones},
  year    = {2020},
}
```

```text
references.bib:10:14: BIB035 `an2021` seems to be the same work as `nguyen2021`: the titles are alike
```

## Passes

Parts of a series, volumes, editions and notices are works of their own, as are a conference paper and the
article that grew out of it, and entries whose DOIs differ. A preprint is another rule's matter.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts, part 1},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{an2021,
  author  = {Nguyen, An},
  title   = {Walking after casts, part 2},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

Annual reports and columns that bear the same title each year and no volume.

## Fix

Keep one entry and cite it everywhere. Where they are two works, say so by what tells them apart: DOI, volume,
number or edition.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.preprints import is_preprint
from reportkit.rules.reading.surnames import surnames
from reportkit.rules.reading.titles import Title
from reportkit.rules.reading.works import doi_of
from reportkit.rules.rule import Data, Risk, Rule

_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("book", "collection", "mvbook", "mvcollection", "proceedings", "reference"), "book"),
    **dict.fromkeys(("conference", "inbook", "incollection", "inproceedings", "inreference"), "part"),
    **dict.fromkeys(("mastersthesis", "phdthesis", "thesis"), "thesis"),
    **dict.fromkeys(("report", "techreport"), "report"),
    **dict.fromkeys(("electronic", "online", "www"), "online"),
}
_VENUES = ("journaltitle", "journal", "booktitle")
_TELL_APART = ("part", "volume", "number", "issue", "edition", "chapter")
_YEAR = re.compile(r"\d{4}")
_NAMES = 10  # the first ones; a consortium has hundreds
_END = 16  # two titles that are alike have their first or their last letters in common
_NEIGHBOURS = 50  # of one title, or of one year with these letters; more are no slips, but a series


@dataclass(frozen=True)
class _Work:
    """An entry by what it is compared by."""

    reference: Reference
    title: Title
    year: int | None
    kind: str
    ends: tuple[str, str]

    @cached_property
    def names(self) -> frozenset[str]:
        people = islice(surnames(self.reference.text("author", "editor")), _NAMES)
        return frozenset(word for name in people for word in name)


@dataclass
class _Seen:
    """The works so far, found again by title, or by either end of it and the year."""

    by_title: dict[str, list[_Work]] = field(default_factory=dict)
    by_end: dict[tuple[str, int], list[_Work]] = field(default_factory=dict)

    def like(self, work: _Work) -> _Work | None:
        """The first one that is the same."""
        same = self.by_title.get(work.title.folded, ())[:_NEIGHBOURS]
        near = (
            other
            for year in (() if work.year is None else range(work.year - 1, work.year + 2))
            for end in work.ends
            for other in self.by_end.get((end, year), ())[-_NEIGHBOURS:]
        )
        return next((other for other in chain(same, near) if _is_same(work, other)), None)

    def add(self, work: _Work) -> None:
        """Remember another one."""
        self.by_title.setdefault(work.title.folded, []).append(work)
        if work.year is not None:
            for end in work.ends:
                self.by_end.setdefault((end, work.year), []).append(work)


def check(review: Review) -> Iterator[Diagnostic]:
    """Each entry that is like one before it, in whatever file of a document's bibliography."""
    for part in review.bibliography.parts:
        seen = _Seen()
        for work in _works(part):
            if same := seen.like(work):
                yield _finding(work, same)
            seen.add(work)


def _works(bibliography: Bibliography) -> Iterator[_Work]:
    for reference in bibliography.by_key.values():
        title = Title(reference.text("title"))
        if title.is_telling:
            year = _YEAR.search(reference.text("date", "year"))
            kind = _KINDS.get(reference.type, reference.type)
            ends = f"{title.folded[:_END]}…", f"…{title.folded[-_END:]}"
            yield _Work(reference, title, int(year[0]) if year else None, kind, ends)


def _is_same(one: _Work, other: _Work) -> bool:
    return (
        one.kind == other.kind
        and abs((one.year or other.year or 0) - (other.year or one.year or 0)) <= 1
        and one.title.is_like(other.title)
        and not one.names.isdisjoint(other.names)
        and not any(_differ(one.reference, other.reference, name) for name in _TELL_APART)
        and not _dois_differ(one.reference, other.reference)
        and not _places_differ(one.reference, other.reference)
        and is_preprint(one.reference) == is_preprint(other.reference)
    )


def _differ(one: Reference, other: Reference, name: str) -> bool:
    here, there = folded(one.text(name)), folded(other.text(name))
    return bool(here and there) and here.lstrip("0") != there.lstrip("0")


def _dois_differ(one: Reference, other: Reference) -> bool:
    here, there = doi_of(one), doi_of(other)
    return bool(here and there) and here != there


def _places_differ(one: Reference, other: Reference) -> bool:
    """Whether they stand on other pages of another journal or other proceedings."""
    here, there = folded(one.text(*_VENUES)), folded(other.text(*_VENUES))
    return bool(here and there) and here != there and _differ(one, other, "pages")


def _finding(work: _Work, same: _Work) -> Diagnostic:
    key, title = work.reference.key, work.reference.field("title")
    equal = work.title.folded == same.title.folded
    how = "the titles are the same" if equal else "the titles are alike"
    message = f"`{key}` seems to be the same work as `{same.reference.key}`: {how}"
    hint = "Keep one of the two entries and cite it everywhere, or say what tells them apart."
    place = title.value_location if title else work.reference.key_location
    return RULE.diagnostic(place, message, hint, key)


RULE = Rule(
    code="BIB035",
    name="duplicate-title",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
