"""An abbreviation that no entry uses.

## Why it matters

It is a remainder, or the entries that should use it spell its words out, each in its way.

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
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:1:9: BIB032 nothing uses the abbreviation `jsb`
```

## Passes

```bibtex references.bib
@string{jsb = {Journal of Small Bones}}

@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = jsb,
  year    = {2021},
}
```

## Fix

The fix removes it, unless a part of the bibliography cannot be read.
"""

import re
from collections.abc import Iterator

from reportkit.model.bibliography import Macro
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|$)")


def check(review: Review) -> Iterator[Diagnostic]:
    """Every `@string` that neither an entry nor another one refers to."""
    used = {_place(use.macro) for use in review.bibliography.macro_uses if use.macro}
    for macro in review.bibliography.macros:
        if _place(macro) not in used:
            message = f"nothing uses the abbreviation `{macro.name}`"
            hint = "Use it, or remove it."
            # An entry that cannot be read may use it.
            fix = None if review.bibliography.faults else _removed(macro)
            yield RULE.diagnostic(macro.name_location, message, hint, None, fix)


def _place(macro: Macro) -> tuple[str, int]:
    return macro.source.filename, macro.span.start


def _removed(macro: Macro) -> Fix:
    """Without the line that it has for itself."""
    text, (start, end) = macro.source.text, (macro.span.start, macro.span.end)
    rest = _REST_OF_LINE.match(text, end)
    if rest and (start == 0 or text[start - 1] == "\n"):
        end = rest.end()
    edit = Edit(macro.source.locate(Span(start, end)), "")
    return Fix(Applicability.SAFE, f"remove `{macro.name}`", (edit,))


RULE = Rule(
    code="BIB032",
    name="unused-string",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
