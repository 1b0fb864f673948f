"""A bare word for a value that stands for nothing: neither a number nor an abbreviation.

## Why it matters

A value without braces is the name of an `@string`. Where there is none of that name before the entry, the
name itself is printed, in small letters.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@string{jsb = {Journal of Small Bones}}

@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = jbs,
  year    = 2021,
  month   = mar,
}
```

```text
references.bib:6:13: BIB031 no `@string` before `nguyen2021` says what `jbs` stands for
```

## Passes

```bibtex references.bib
@string{jsb = {Journal of Small Bones}}

@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = jsb # { Supplement},
  year    = 2021,
  month   = mar,
}
```

## Fix

Put the value into braces, correct the name, or define it before the first entry that uses it.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.bibliography import MacroUse
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


def check(review: Review) -> Iterator[Diagnostic]:
    """The first use of each such word; where a file of abbreviations is missing, there are many."""
    undefined: dict[str, list[MacroUse]] = {}
    for use in review.bibliography.macro_uses:
        if use.macro is None and use.name.lower() not in _MONTHS:
            undefined.setdefault(use.name.lower(), []).append(use)
    known = {macro.name for macro in review.bibliography.macros}
    for name, uses in undefined.items():
        first = uses[0]
        where = f"before `{first.subject}` " if first.subject else ""
        others = f", used {len(uses)} times" if len(uses) > 1 else ""
        message = f"no `@string` {where}says what `{first.name}` stands for{others}"
        otherwise = "Define it before that." if name in known else "Put it into braces if it is the value."
        hint = did_you_mean(name, known - {name}, otherwise)
        yield RULE.diagnostic(first.location, message, hint, first.subject)


RULE = Rule(
    code="BIB031",
    name="undefined-string",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
)
