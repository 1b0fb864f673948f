r"""A sign of LaTeX that swallows the text behind it.

## Why it matters

Without a word, pandoc drops what stands behind `%`, and the whole field where a single `$` opens a formula
that nothing closes, or where a digit follows `#`. The reference is printed with half a title or none.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking in 50% of children after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Walking at $5 a day},
  journal = {Journal of Small Bones},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Walking with case #5},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```text
references.bib:3:27: BIB030 in the title of `nguyen2021`, what follows `%` is not printed
references.bib:10:25: BIB030 the title of `rossi2020` is not printed: nothing closes the formula of `$`
references.bib:17:32: BIB030 the title of `li2019` is not printed: `#5` is a sign of LaTeX
```

## Passes

Addresses are taken as they stand, and `&`, `_`, `^` and `#` alone are printed as they are.

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking in 50\% of children: $n_1 > n_2$ & case_1 in C# at \$5},
  journal = {Journal of Small Bones},
  year    = {2021},
  url     = {https://bones.example/walking%20again#5},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Walking},
  journal = {Journal of Small Bones},
  year    = {2020},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Running},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

## Fix

The fix puts a backslash before the sign. Where a field has several `$`, it is for you to say which of them
are money.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import ADDRESSES, PRINTED, WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_TEXTS = PRINTED - ADDRESSES
_SIGN = re.compile(r"[%$#]")
_TAKEN_AS_IT_STANDS = r"\\(?:url|href|nolinkurl)\s*\{[^{}]*\}|\\verb\|[^|]*\||\\."
_HARMFUL = r"(?P<comment>%)|(?P<formula>\$)|(?P<parameter>(?<!&)#(?=\d))"
_FREE = re.compile(f"{_TAKEN_AS_IT_STANDS}|{_HARMFUL}", re.DOTALL)


def check(review: Review) -> Iterator[Diagnostic]:
    """Printed fields in which such a sign stands without a backslash, each at the first that does harm."""
    for written in written_fields(review.bibliography, *_TEXTS, holding=_SIGN):
        if signs := _harmful(written.text):
            yield _finding(written, signs)


def _harmful(text: str) -> list[re.Match[str]]:
    """The signs that do harm, in their order; signs of money come in pairs only where they are none."""
    signs = [found for found in _FREE.finditer(text) if found.lastgroup]
    formulas = [sign for sign in signs if sign.lastgroup == "formula"]
    closed = len(formulas) % 2 == 0
    return [sign for sign in signs if not (closed and sign.lastgroup == "formula")]


def _finding(written: WrittenField, signs: list[re.Match[str]]) -> Diagnostic:
    field, key = written.field.name, written.reference.key
    first = next((sign for sign in signs if sign.lastgroup == "comment"), signs[0])
    digit = written.text[first.end() : first.end() + 1]
    message = {
        "comment": f"in the {field} of `{key}`, what follows `%` is not printed",
        "formula": f"the {field} of `{key}` is not printed: nothing closes the formula of `$`",
        "parameter": f"the {field} of `{key}` is not printed: `#{digit}` is a sign of LaTeX",
    }[first.lastgroup or ""]
    place = written.place(Span(*first.span()))
    return RULE.diagnostic(place, message, "Put a backslash before it.", key, _escaped(written, signs))


def _escaped(written: WrittenField, signs: list[re.Match[str]]) -> Fix | None:
    if written.source is None or sum(sign.lastgroup == "formula" for sign in signs) > 1:
        return None
    edits = tuple(Edit(written.place(Span(sign.start(), sign.start())), "\\") for sign in signs)
    return Fix(Applicability.SAFE, "put a backslash before it", edits)


RULE = Rule(
    code="BIB030",
    name="unescaped-latex",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
