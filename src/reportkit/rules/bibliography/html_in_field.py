r"""Markup or character codes of HTML in a field of the bibliography.

## Why it matters

BibTeX knows LaTeX, not HTML. `<i>E. coli</i>` is printed with its angle brackets, `&amp;` as it stands here,
and a code such as `&#233;` makes pandoc drop the whole field.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after <i>casts</i>},
  journal = {Bones &amp; Joints},
  year    = {2021},
}
```

```text
references.bib:3:28: BIB026 the title of `nguyen2021` holds `<i>` of HTML
references.bib:4:20: BIB026 the journal of `nguyen2021` holds `&amp;` of HTML
```

## Passes

Signs of comparison are no markup, and fields that are never printed may hold what they like.

```bibtex references.bib
@article{nguyen2021,
  author   = {Nguyen, An},
  title    = {Walking after \emph{casts}: gaps <5 mm and >8 mm},
  journal  = {Bones \& Joints},
  year     = {2021},
  abstract = {<p>Half of the children could walk.</p>},
}
```

## Fix

The fix writes what was meant: `\&` for `&amp;`, the character for its code, `\emph{…}` for `<i>…</i>`,
`\textsuperscript{…}` for `<sup>…</sup>`. Other tags are for you to remove.
"""

import re
from collections.abc import Iterator
from html import unescape

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import ADDRESSES, PRINTED, WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_COMMANDS = {
    "b": "textbf",
    "em": "emph",
    "i": "emph",
    "scp": "textsc",
    "strong": "textbf",
    "sub": "textsubscript",
    "sup": "textsuperscript",
}
_ELEMENT = r"(?:[biu]|bold|br|em|inf|italic|p|scp|small|span|strong|su[bp]|tt|(?:jats|mml):[\w-]+)"
_TAG = rf"</?{_ELEMENT}(?:\s[^<>]*)?/?>"
_CODE = r"\\?&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,24});"
_HTML = re.compile(f"{_TAG}|{_CODE}", re.IGNORECASE)
_PAIR = re.compile(r"<(?P<tag>b|em|i|scp|strong|su[bp])>(?P<text>[^<>{}\\$]*)</(?P=tag)>", re.IGNORECASE)
_SPECIAL = re.compile(r"[&%#_$]")
_UNWRITABLE = re.compile(r"[\\{}~^\x00-\x1f]")


def check(review: Review) -> Iterator[Diagnostic]:
    """The first piece of HTML of each field that is printed."""
    for written in written_fields(review.bibliography, *PRINTED, holding=_HTML):
        if found := next(_pieces(written), None):
            key = written.reference.key
            message = f"the {written.field.name} of `{key}` holds `{found[0]}` of HTML"
            place = written.place(Span(*found.span()))
            yield RULE.diagnostic(place, message, "Write it in LaTeX or as plain text.", key, _fix(written))


def _pieces(written: WrittenField) -> Iterator[re.Match[str]]:
    """Tags and those character codes that HTML knows; `R&D;` is none."""
    for found in _HTML.finditer(written.text):
        code = found[0].removeprefix("\\")
        if code.startswith("<") or unescape(code) != code:
            yield found


def _fix(written: WrittenField) -> Fix | None:
    """All pieces of the field in LaTeX, or nothing where one of them has no such form."""
    edits: list[Edit] = []
    tags = {mark for pair in _PAIR.finditer(written.text) for mark in (pair.start(), pair.end("text"))}
    for found in _pieces(written):
        span = Span(*found.span())
        if found[0].startswith("<"):
            text = _command(found[0]) if span.start in tags else None
        else:
            text = _written_out(unescape(found[0].removeprefix("\\")), written.field.name)
        if text is None or written.source is None:
            return None
        edits.append(Edit(written.place(span), text))
    return Fix(Applicability.SAFE, "write it as LaTeX does", tuple(edits))


def _command(tag: str) -> str:
    return "}" if tag.startswith("</") else f"\\{_COMMANDS[tag[1:-1].lower()]}{{"


def _written_out(character: str, field: str) -> str | None:
    """The character in this field, escaped where LaTeX would take it for a sign of its own."""
    if field in ADDRESSES:
        return character
    if _UNWRITABLE.search(character):
        return None
    return _SPECIAL.sub(r"\\\g<0>", character)


RULE = Rule(
    code="BIB026",
    name="html-in-field",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
