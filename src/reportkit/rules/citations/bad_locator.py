"""Pages of a cited work that are written in a way that styles cannot read.

## Why it matters

Without its full stop `pp` is no abbreviation to pandoc, and the pages are printed as they are typed. Behind
the brackets they are no part of the citation.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021, p 3-5]. Others saw the same [@rossi2019], p. 7.
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}

@article{rossi2019,
  author  = {Rossi, Bea},
  title   = {Casts for children},
  journal = {Journal of Small Bones},
  year    = {2019},
}
```

```text
chapters/10-results.md:3:53: CIT022 `p 3-5` should read `pp. 3--5`
chapters/10-results.md:3:95: CIT022 `p. 7` stands outside the brackets of its citation
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021, pp. 3--5]. Others saw the same [@rossi2019, p. 7].
```

## Fix

The fix writes the pages as they should be. Pages outside the brackets are left to the author.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.citation_groups import Part, parts
from reportkit.rules.reading.cited_prose import CitedPlace, cited_places
from reportkit.rules.rule import Data, Risk, Rule

_PAGES = re.compile(r"(?P<label>pp?\.?)? ?(?P<first>\d+)(?:(?P<dash> ?(?:-{1,3}|[–—]) ?)(?P<last>\d+))?")
_OUTSIDE = re.compile(r",? \(?(?P<pages>pp?\.? ?\d+(?:[-–—]+\d+)?)\)?(?![\w%])")


def check(review: Review) -> Iterator[Diagnostic]:
    """Pages in the brackets of a citation, and those directly behind them."""
    for place in cited_places(review):
        if place.group.bracketed:
            for part in parts(place.chapter, place.group):
                yield from _inside(place, part)
            yield from _outside(place)


def _inside(place: CitedPlace, part: Part) -> Iterator[Diagnostic]:
    pages = _PAGES.fullmatch(part.locator)
    wanted = _wanted(pages) if pages else part.locator
    if wanted != part.locator:
        start = place.chapter.source.text.index(part.locator, part.citation.span.end)
        location = place.chapter.locate(Span(start, start + len(part.locator)))
        fix = Fix(Applicability.SAFE, f"write `{wanted}`", (Edit(location, wanted),))
        message = f"`{part.locator}` should read `{wanted}`"
        yield RULE.diagnostic(location, message, f"Write `{wanted}`.", part.citation.key, fix)


def _wanted(pages: re.Match[str]) -> str:
    """One page is `p. 3`, several are `pp. 3--5`; a range without a label and an en dash are fine."""
    if not pages["last"]:
        return f"p. {pages['first']}" if pages["label"] else pages[0]
    dash = "–" if pages["dash"] == "–" else "--"
    return f"{'pp. ' if pages['label'] else ''}{pages['first']}{dash}{pages['last']}"


def _outside(place: CitedPlace) -> Iterator[Diagnostic]:
    found = _OUTSIDE.match(place.after)
    if found:
        start = place.index + 1
        location = place.locate(start + found.start("pages"), start + found.end("pages"))
        message = f"`{found['pages']}` stands outside the brackets of its citation"
        hint = f"Write it behind the key: `[@{place.keys[-1]}, {found['pages']}]`."
        yield RULE.diagnostic(location, message, hint, place.keys[-1])


RULE = Rule(
    code="CIT022",
    name="bad-locator",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
    risk=Risk.MEDIUM,
)
