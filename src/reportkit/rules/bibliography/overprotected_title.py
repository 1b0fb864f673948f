"""A title that stands in double braces as a whole.

## Why it matters

Braces keep a style from changing capitals. Around the whole title they make one reference look unlike all
others; around names and symbols they do what they are for.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {{Walking After Casts in Small German Hospitals}},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:3:14: BIB014 braces protect the whole title of `nguyen2021`
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking After Casts in Small {German} Hospitals},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Known false positives

Titles of one or two words are names more often than not and pass. Titles in another language than English
keep their capitals for good reason; `langid` says so better than braces.

## Fix

The fix takes the outer braces away; what has to keep its capitals needs braces of its own then.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import written_fields
from reportkit.rules.reading.names import outside_braces
from reportkit.rules.rule import Data, Risk, Rule

_WORDS_OF_A_NAME = 2


def check(review: Review) -> Iterator[Diagnostic]:
    """Titles of several words with nothing outside one pair of braces."""
    for field in written_fields(review.bibliography, "title", "booktitle"):
        inside = field.text[1:-1]
        if _is_one_group(field.text) and len(inside.split()) > _WORDS_OF_A_NAME:
            message = f"braces protect the whole {field.field.name} of `{field.reference.key}`"
            whole = Span(0, len(field.text))
            fix = field.mended(whole, inside, "take the outer braces away", Applicability.UNSAFE)
            hint = "Take the outer braces away, and protect names and symbols only."
            yield RULE.diagnostic(field.place(whole), message, hint, field.reference.key, fix)


def _is_one_group(text: str) -> bool:
    if not (text.startswith("{") and text.endswith("}")):
        return False
    # The first brace closes at the end: after the opening brace is hidden, its match stands alone.
    return "{" not in text[1:] or outside_braces(text[1:]).endswith("}")


RULE = Rule(
    code="BIB014",
    name="overprotected-title",
    severity=Severity.INFO,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
