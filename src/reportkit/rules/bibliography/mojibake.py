"""Letters that were read in the wrong encoding, or lost.

## Why it matters

`MÃ¼ller` is printed as it stands, and neither a reader nor a register finds the author.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@mueller2021].
```

```bibtex references.bib
@article{mueller2021,
  author  = {MÃ¼ller, Eva and Ros�, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
references.bib:2:15: BIB027 in the author of `mueller2021`, `Ã¼` was once `ü`
references.bib:2:34: BIB027 in the author of `mueller2021`, a letter is lost
```

## Passes

```bibtex references.bib
@article{mueller2021,
  author  = {Müller, Eva and Rosé, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

## Fix

The suggested fix writes the letters that were there before UTF-8 was read as another encoding. It cannot
know a letter that was replaced by `�`: copy the name or title from the paper.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import PRINTED, WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_LOST = "\ufffd"
# A letter beyond ASCII takes two bytes or more in UTF-8: the first is read as a letter, the second as a sign
# or as one of few letters. A cheap test, as the library behind it takes long to load.
_SUSPECT = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|" + _LOST)


def check(review: Review) -> Iterator[Diagnostic]:
    """Fields that are printed, each with the stretch that was read wrongly and the first letter lost."""
    for written in written_fields(review.bibliography, *PRINTED, holding=_SUSPECT):
        yield from _misread(written)
        yield from _lost(written)


def _misread(written: WrittenField) -> Iterator[Diagnostic]:
    from ftfy import fix_encoding  # noqa: PLC0415 - slow to load, seldom needed

    span, right = written.difference(fix_encoding(written.text))
    if right:
        key, wrong = written.reference.key, written.text[span.start : span.end]
        message = f"in the {written.field.name} of `{key}`, `{wrong}` was once `{right}`"
        fix = written.mended(span, right, f"write `{right}`", Applicability.UNSAFE)
        yield RULE.diagnostic(written.place(span), message, "Write the letters that were meant.", key, fix)


def _lost(written: WrittenField) -> Iterator[Diagnostic]:
    place = written.text.find(_LOST)
    if place >= 0:
        message = f"in the {written.field.name} of `{written.reference.key}`, a letter is lost"
        hint = "Copy the words from the paper."
        yield RULE.diagnostic(written.place(Span(place, place + 1)), message, hint, written.reference.key)


RULE = Rule(
    code="BIB027",
    name="mojibake",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
