"""Titles of journals, some in full and some abbreviated.

## Why it matters

The reference list prints them as they stand, and journals want them in one way.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Bone Research},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {J. Bone Res.},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Annals of Casts},
  year    = {2019},
}
```

```text
references.bib:11:14: BIB024 `J. Bone Res.` is abbreviated, 2 of 3 titles of journals are not
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Bone Research},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Bone Research},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Casts},
  year    = {2019},
}
```

## Known false positives

A journal whose own title looks like an abbreviation. Titles that show neither are left alone.

## Fix

The suggested fix writes the title as it stands elsewhere in the bibliography or in `journals` of the
settings. Where it stands nowhere in the wanted form, the fix is yours.
"""

from collections.abc import Iterator, Sequence

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.journals import Spelling, abbreviates, is_abbreviated, is_full, spellings
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Each spelling of the form that fewer entries have."""
    for part in review.bibliography.parts:
        yield from _mixed(tuple(spellings(part)), review.settings.style.journals)


def _mixed(found: Sequence[Spelling], known: Sequence[str]) -> Iterator[Diagnostic]:
    full = [spelling for spelling in found if is_full(spelling.title)]
    short = [spelling for spelling in found if is_abbreviated(spelling.title)]
    full_entries, short_entries = _entries(full), _entries(short)
    both = full_entries + short_entries
    if full_entries >= short_entries:
        wanted = [*(spelling.title for spelling in full), *filter(is_full, known)]
        yield from _odd(short, f"is abbreviated, {full_entries} of {both} titles of journals are not", wanted)
    else:
        wanted = [*(spelling.title for spelling in short), *filter(is_abbreviated, known)]
        yield from _odd(full, f"is in full, {short_entries} of {both} titles of journals are not", wanted)


def _entries(found: Sequence[Spelling]) -> int:
    return sum(len(spelling.fields) for spelling in found)


def _odd(odd: Sequence[Spelling], what: str, wanted: Sequence[str]) -> Iterator[Diagnostic]:
    by_initial: dict[str, set[str]] = {}
    for title in wanted:
        by_initial.setdefault(_initial(title), set()).add(title)
    for spelling in odd:
        candidates = by_initial.get(_initial(spelling.title), set())
        others = [title for title in candidates if _same_journal(title, spelling.title)]
        fix = spelling.respelt(others[0]) if len(others) == 1 else None
        message, key = f"`{spelling.title}` {what}", spelling.first.reference.key
        yield RULE.diagnostic(spelling.location, message, "Write all titles in one way.", key, fix)


def _initial(title: str) -> str:
    return title.removeprefix("The ")[:1].lower()


def _same_journal(one: str, other: str) -> bool:
    return abbreviates(one, other) or abbreviates(other, one)


RULE = Rule(
    code="BIB024",
    name="journal-abbrev-mix",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
