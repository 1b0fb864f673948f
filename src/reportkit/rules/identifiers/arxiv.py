"""An arXiv number that is none by its form, or that nothing says is one.

## Why it matters

The link leads nowhere. Without `eprinttype` (or the older `archiveprefix`) there is no link at all.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019].
```

```bibtex references.bib
@misc{nguyen2021,
  author     = {Nguyen, An},
  title      = {Walking after casts},
  year       = {2021},
  eprint     = {arXiv:2101.00012},
  eprinttype = {arxiv},
}

@misc{rossi2020,
  author = {Rossi, Bea},
  title  = {Running after casts},
  year   = {2020},
  eprint = {2001.00012},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {arXiv preprint arXiv:1913.8},
  year    = {2019},
}
```

```text
references.bib:5:17: IDN017 the arXiv number of `nguyen2021` begins with `arXiv:`
references.bib:13:13: IDN017 nothing says that `2001.00012` is the arXiv number of `rossi2020`
references.bib:19:35: IDN017 `1913.8` is no arXiv number
```

## Passes

```bibtex references.bib
@misc{nguyen2021,
  author     = {Nguyen, An},
  title      = {Walking after casts},
  year       = {2021},
  eprint     = {2101.00012v2},
  eprinttype = {arxiv},
}

@misc{rossi2020,
  author        = {Rossi, Bea},
  title         = {Running after casts},
  year          = {2020},
  eprint        = {q-bio.QM/0601001},
  archiveprefix = {arXiv},
}

@article{li2019,
  author  = {Li, Chen},
  title   = {Swimming with casts},
  journal = {arXiv preprint arXiv:1912.00008},
  year    = {2019},
}
```

## Fix

The fix removes the label before the number and adds `eprinttype = {arxiv}`. A wrong number you copy from the
page of the preprint: year and month, a point and five digits, four before 2015; an archive, a slash and seven
digits before April 2007.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.addition import addition
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_MONTH = r"\d\d(?:0[1-9]|1[0-2])"
_NUMBER = re.compile(rf"(?:{_MONTH}\.\d{{4,5}}|[a-z-]+(?:\.[A-Z]{{2}})?/{_MONTH}\d{{3}})(?:v\d+)?")
_LABEL = re.compile(r"(?:https?://)?arxiv(?:\.org/(?:abs|pdf)/|:)\s*", re.IGNORECASE)
# `2101.00012 [cs]` as arXiv shows it to be cited.
_CLASS = re.compile(r"\s*\[[\w.-]+\]$")
_MENTIONED = re.compile(r"\barXiv:\s*(?P<number>\d[\w.-]*)", re.IGNORECASE)
_WHERE_MENTIONED = ("journal", "journaltitle", "note", "howpublished")
_HINT = "Copy it from the page of the preprint."


def check(review: Review) -> Iterator[Diagnostic]:
    """Numbers in `eprint`, where it is for arXiv, and those behind `arXiv:` in other fields."""
    for written in written_fields(review.bibliography, "eprint"):
        archive = written.reference.text("eprinttype", "archiveprefix").lower()
        if archive == "arxiv":
            yield from _eprint(written)
        elif not archive and _NUMBER.fullmatch(_bare(written.text)):
            yield _untyped(written)
    for written in written_fields(review.bibliography, *_WHERE_MENTIONED, holding=_MENTIONED):
        for found in _MENTIONED.finditer(written.text):
            if not _NUMBER.fullmatch(number := found["number"].rstrip(".-")):
                start = found.start("number")
                place = written.place(Span(start, start + len(number)))
                yield RULE.diagnostic(place, f"`{number}` is no arXiv number", _HINT, written.reference.key)


def _bare(text: str) -> str:
    return _CLASS.sub("", text[_label(text) :])


def _label(text: str) -> int:
    found = _LABEL.match(text)
    return found.end() if found else 0


def _eprint(written: WrittenField) -> Iterator[Diagnostic]:
    text, key = written.text, written.reference.key
    number, place = _bare(text), written.field.value_location
    if not _NUMBER.fullmatch(number):
        yield RULE.diagnostic(place, f"`{written.field.value}` is no arXiv number", _HINT, key)
    elif number != text:
        start = _label(text)
        what = f"begins with `{text[:start]}`" if start else f"ends in `{text[len(number) :].strip()}`"
        fix = written.mended(Span(0, len(text)), number, f"write `{number}`")
        message = f"the arXiv number of `{key}` {what}"
        yield RULE.diagnostic(place, message, "Give the number alone.", key, fix)


def _untyped(written: WrittenField) -> Diagnostic:
    key = written.reference.key
    message = f"nothing says that `{_bare(written.text)}` is the arXiv number of `{key}`"
    edit = addition(written.reference, "eprinttype", "arxiv")
    fix = Fix(Applicability.SAFE, "say that it is", (edit,)) if edit else None
    return RULE.diagnostic(written.field.value_location, message, "Add `eprinttype = {arxiv}`.", key, fix)


RULE = Rule(
    code="IDN017",
    name="arxiv",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
