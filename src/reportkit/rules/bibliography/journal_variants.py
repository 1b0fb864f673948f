"""One journal whose title is spelt in several ways.

## Why it matters

The reference list prints both, and whoever counts or sorts by journal takes one for two.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {The Journal of small bones},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```text
references.bib:11:14: BIB023 `The Journal of small bones` is spelt `Journal of Small Bones` elsewhere
```

## Passes

Braces are not printed, and sections of a journal are journals of their own.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {{Journal of Small Bones}},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {Journal of Small Bones: Casts},
  year    = {2019},
}
```

## Fix

The suggested fix writes the spelling that most entries have; of equal ones, that of the first.
"""

from collections.abc import Iterable, Iterator

from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.journals import Spelling, spellings
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Every spelling but the most frequent one of each journal, in each file once."""
    for part in review.bibliography.parts:
        yield from _variants(part)


def _variants(bibliography: Bibliography) -> Iterator[Diagnostic]:
    journals: dict[str, list[Spelling]] = {}
    for spelling in spellings(bibliography):
        journals.setdefault(spelling.folded, []).append(spelling)
    for variants in journals.values():
        usual = _most_frequent(variants)
        for spelling in variants:
            if spelling.title != usual:
                message = f"`{spelling.title}` is spelt `{usual}` elsewhere"
                hint = "Spell the title of a journal in one way."
                key = spelling.first.reference.key
                yield RULE.diagnostic(spelling.location, message, hint, key, spelling.respelt(usual))


def _most_frequent(variants: Iterable[Spelling]) -> str:
    counts: dict[str, int] = {}
    for spelling in variants:
        counts[spelling.title] = counts.get(spelling.title, 0) + len(spelling.fields)
    return max(counts, key=lambda title: counts[title])


RULE = Rule(
    code="BIB023",
    name="journal-variants",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
