r"""An address that leads nowhere as it is written.

## Why it matters

Addresses are taken as they stand: a second address behind a blank or a backslash of LaTeX makes a link that
breaks when it is clicked. Without `https://`, a link of a chapter leads to a file beside it.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019], see [us](www.bones.example).
```

```bibtex references.bib
@online{nguyen2021,
  author = {Nguyen, An},
  title  = {Walking after casts},
  year   = {2021},
  url    = {bones.example/walking},
}

@online{rossi2020,
  author = {Rossi, Bea},
  title  = {Running after casts},
  year   = {2020},
  url    = {https://bones.example/running{\_}after},
}

@online{li2019,
  author = {Li, Chen},
  title  = {Swimming with casts},
  year   = {2019},
  url    = {https://bones.example/swim https://casts.example/swim},
}
```

```text
chapters/10-results.md:3:84: IDN019 the address `www.bones.example` has no `https://`
references.bib:5:13: IDN019 the address of `nguyen2021` has no `https://`
references.bib:12:42: IDN019 the address of `rossi2020` is escaped for LaTeX
references.bib:19:39: IDN019 the address of `li2019` has a blank in it
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020; @li2019], see [us](https://www.bones.example).
```

```bibtex references.bib
@online{nguyen2021,
  author = {Nguyen, An},
  title  = {Walking after casts},
  year   = {2021},
  url    = {http://bones.example/walking},
}

@online{rossi2020,
  author = {Rossi, Bea},
  title  = {Running after casts},
  year   = {2020},
  url    = {https://bones.example/running_after%20casts#(5)},
}

@online{li2019,
  author = {Li, Chen},
  title  = {Swimming with casts},
  year   = {2019},
  url    = {https://bones.example/swim},
}
```

## Known false positives

A server may not know `https`: then write `http://`.

## Fix

The fix writes `https://` before the name of a server, and takes backslashes and `\url{…}` away. Which of two
addresses is meant is for you to say.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.addresses import addresses
from reportkit.rules.reading.dois import unescaped
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Risk, Rule

_PLAIN = re.compile(r"https?://[^\s\\{}$<>()\[\]]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(//)?")
_WEB = frozenset({"http", "https", "ftp"})
_MISSPELT = re.compile(r"h+t*p*s*|h?t+p+s*")
_SERVER = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#].*)?")
_WEB_SERVER = re.compile(r"www\.\w", re.IGNORECASE)
_WRAPPED = re.compile(r"\\url\s*\{(?P<url>[^{}]*)\}|<(?P<angles>[^<>]*)>")
_TILDE = re.compile(r"\{?\\(?:~|textasciitilde\b)\s*(?:\{\})?\}?|\$\\sim\$")
_BLANK = re.compile(r"\s+")
_PAIRS = (("(", ")"), ("[", "]"))
_NO_SCHEME = "has no `https://`"
_MISSPELT_SCHEME = "has a misspelt `https://`"
_HINT = "Copy it from the browser."


def check(review: Review) -> Iterator[Diagnostic]:
    """The fields `url`, each with its first flaw, and the links of chapters."""
    for address in addresses(review):
        if flaw := _flaw_of_link(address.text):
            message, place = f"the address `{address.text}` {flaw}", Span(0, len(address.text))
            fix = address.mended(Span(0, 0), "https://", "add `https://`") if flaw == _NO_SCHEME else None
            yield RULE.diagnostic(address.place(place), message, _HINT, None, fix)
    for written in written_fields(review.bibliography, "url"):
        if found := next(_flaws(written), None):
            span, flaw, fix = found
            key = written.reference.key
            yield RULE.diagnostic(written.place(span), f"the address of `{key}` {flaw}", _HINT, key, fix)


def _flaw_of_link(text: str) -> str:
    """What is wrong with the target of a link, which may be a file of the project."""
    if _WEB_SERVER.match(text):
        return _NO_SCHEME
    return _MISSPELT_SCHEME if _is_misspelt(text) else ""


def _is_misspelt(text: str) -> bool:
    found = _SCHEME.match(text)
    if found is None:
        return False
    name, slashes = found.groups()
    if name.lower() in _WEB:
        return not slashes
    return bool(slashes and _MISSPELT.fullmatch(name.lower()))


def _flaws(written: WrittenField) -> Iterator[tuple[Span, str, Fix | None]]:
    text = written.text
    if _PLAIN.fullmatch(text):
        return
    whole = Span(0, len(text))
    if found := _WRAPPED.fullmatch(text):
        fix = written.mended(whole, found["url"] or found["angles"], "leave the address alone there")
        yield whole, "is wrapped up", fix
    span, plain = written.difference(_TILDE.sub("~", unescaped(text)))
    if len(span):
        yield span, "is escaped for LaTeX", written.mended(span, plain, "write it without escapes")
    if found := _BLANK.search(text):
        yield Span(*found.span()), "has a blank in it", None
    if _is_misspelt(text):
        yield whole, _MISSPELT_SCHEME, None
    elif not _SCHEME.match(text):
        is_server = _SERVER.fullmatch(text)
        fix = written.mended(Span(0, 0), "https://", "add `https://`") if is_server else None
        yield whole, _NO_SCHEME if is_server else "is none", fix
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS):
        yield whole, "has a bracket without its partner", None


RULE = Rule(
    code="IDN019",
    name="url-syntax",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
