"""An address that leads through a library, or tells who follows it.

## Why it matters

A proxy lets in only members of one university, a session ends, and marks such as `utm_source` say where a
link was found, not where it leads. `dx.doi.org` is the old name of `doi.org`.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020].
```

```bibtex references.bib
@online{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  year    = {2021},
  url     = {https://bones.example/casts?id=12&utm_source=letter&utm_medium=mail},
  urldate = {2021-03-04},
}

@online{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  year    = {2020},
  url     = {https://bones-org.ezproxy.u.example/casts},
  urldate = {2021-03-04},
}
```

```text
references.bib:5:47: BIB045 the address of `nguyen2021` tells where it was found: `utm_source`
references.bib:13:22: BIB045 the address of `rossi2020` leads through a library: `bones-org.ezproxy.u.example`
```

## Passes

```bibtex references.bib
@online{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  year    = {2021},
  url     = {https://bones.example/casts?id=12},
  urldate = {2021-03-04},
}

@online{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  year    = {2020},
  url     = {https://bones.example/casts},
  urldate = {2021-03-04},
}
```

## Fix

The fix takes marks and session numbers out, and writes `https://doi.org/`. Behind a proxy, look the real
address up: it may be put together anew from the name of the proxy.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule

_SOMETHING_OF_IT = re.compile(
    r"utm|clid=|_hs|mc_|igshid|sess|//dx\.doi|proxy|dianus|oclc\.org|webvpn|remotexs", re.IGNORECASE
)
_PROXY = re.compile(
    r"https?://(?P<host>(?P<real>[\w.-]*?)[.-]?(?:(?:ez|e|lib|web|remote)proxy[\w-]*|(?<=\.)proxy|(?<=\.)idm(?=\.oclc\.org)"
    r"|dianus(?=\.libr)|webvpn|remotexs)\.[\w-]+(?:\.[\w-]+)*)",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:amp;)?(?:utm\\?_\w+|(?:fb|g|d|msclk|tw|y)cl?id|igshid|mc\\?_[ce]id|\\?_hs(?:enc|mi)|(?:j|php)?sess(?:ion)?\\?_?id)=.*",
    re.IGNORECASE,
)
_QUERY = re.compile(r"\\?\?(?P<marks>[^#\s]*)")
_AND = re.compile(r"(\\?&)")
_SESSION = re.compile(r";jsessionid=[^?#\s]*", re.IGNORECASE)
_OLD_RESOLVER = re.compile(r"https?://dx\.doi\.org/", re.IGNORECASE)


def check(review: Review) -> Iterator[Diagnostic]:
    """Web addresses with a proxy in their host, or with a part that is not needed to get there."""
    for field in written_fields(review.bibliography, "url", holding=_SOMETHING_OF_IT):
        proxy = _PROXY.match(field.text)
        if proxy:
            yield _led_through(field, proxy)
        elif (bare := _bare(field.text)) != field.text:
            yield _told(field, bare)


def _led_through(field: WrittenField, proxy: re.Match[str]) -> Diagnostic:
    key, span = field.reference.key, Span(*proxy.span("host"))
    message = f"the address of `{key}` leads through a library: `{proxy['host']}`"
    fix = None
    if "." in proxy["real"]:
        fix = field.mended(span, proxy["real"], f"write `{proxy['real']}`", Applicability.UNSAFE)
    hint = "Look up where it leads, and write that address or the DOI."
    return RULE.diagnostic(field.place(span), message, hint, key, fix)


def _told(field: WrittenField, bare: str) -> Diagnostic:
    key = field.reference.key
    span, content = field.difference(bare)
    if _OLD_RESOLVER.search(field.text):
        message = f"the address of `{key}` begins with `dx.doi.org`, the old name of `doi.org`"
    else:
        message = f"the address of `{key}` tells where it was found: `{_first_mark(field.text)}`"
    fix = field.mended(span, content, "write the bare address")
    return RULE.diagnostic(field.place(span), message, "Write the address without it.", key, fix)


def _bare(url: str) -> str:
    return _QUERY.sub(_without_marks, _SESSION.sub("", _OLD_RESOLVER.sub("https://doi.org/", url)))


def _without_marks(query: re.Match[str]) -> str:
    """The query with those parts that name a page, in the way in which they were joined."""
    first, *rest = _AND.split(query["marks"])
    parts = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    kept = [(joint, part) for joint, part in parts if not _MARK.fullmatch(part)]
    sign = query[0][: query.start("marks") - query.start()]
    return sign + kept[0][1] + "".join(joint + part for joint, part in kept[1:]) if kept else ""


def _first_mark(url: str) -> str:
    query = _QUERY.search(url)
    marks = [part for part in _AND.split(query["marks"]) if _MARK.fullmatch(part)] if query else []
    return marks[0].partition("=")[0] if marks else "jsessionid"


RULE = Rule(
    code="BIB045",
    name="proxy-or-tracking-url",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
