"""A citation written out by hand instead of by its key.

## Why it matters

It follows no style, it does not lead to the reference, and the work may be missing from the list.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021]. Others saw the same (Rossi et al., 2019) [12].
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
chapters/10-results.md:3:75: CIT021 `Rossi et al., 2019` is a citation written by hand
chapters/10-results.md:3:95: CIT021 `[12]` is a citation written by hand
```

## Passes

Intervals, other years in parentheses and authors who are cited by key in the same paragraph are left alone.

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021]. Others saw the same [@rossi2019]; Rossi et al. (2019)
name a range of [3, 8] weeks, as in the wet summer (August 2019).
```

## Known false positives

Numbers in brackets that lead to a list in the chapter itself. Only a review that cites by key is looked at.

## Fix

Write the key of the entry; add the entry if it is missing.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.cited_prose import SIGN, CitedProse, cited_prose
from reportkit.rules.reading.mentions import Mention, NamedEntries, mentions
from reportkit.rules.rule import Data, Risk, Rule

_NUMBERS = re.compile(r"(?<=[\w.,;)”\"] )\[[1-9]\d{0,2}(?:(?:, ?|; ?|[-–])[1-9]\d{0,2})*\](?![(\w])")
_INTERVAL = re.compile(
    r"(?:\b(?:interval|range|CI|IQR|between|from|in|is|are|to|of)|[=:%≈∈])\W*(?:[\d.]+\W*)?$"
)

_BEHIND, _FAR = 5, 40


def check(review: Review) -> Iterator[Diagnostic]:
    """Names with years, and numbers in brackets, in a review that cites by key."""
    if not any(chapter.scan.groups for chapter in review.chapters):
        return
    entries = NamedEntries(review.bibliography)
    for block in cited_prose(review):
        by_names = [mention for mention in mentions(block.text) if _is_citation(mention, block, entries)]
        if by_names:
            cited = [r for key in block.keys if (r := review.bibliography.by_key.get(key))]
            for mention in by_names:
                if not any(mention.fits(reference) for reference in cited):
                    keys = [reference.key for reference in entries.of(mention)]
                    yield _finding(block, mention.start, mention.end, keys)
        if block.prose.kind is not ProseKind.TABLE:
            yield from _numbers(block)


def _is_citation(mention: Mention, block: CitedProse, entries: NamedEntries) -> bool:
    """Names that only a citation has or that an entry bears, and no citation directly behind them."""
    behind = block.text[mention.end : mention.end + _BEHIND].lstrip(" )")
    return (mention.others or bool(entries.of(mention))) and not behind.startswith(SIGN)


def _numbers(block: CitedProse) -> Iterator[Diagnostic]:
    for number in _NUMBERS.finditer(block.text):
        if not _INTERVAL.search(block.text, max(number.start() - _FAR, 0), number.start()):
            yield _finding(block, *number.span(), [])


def _finding(block: CitedProse, start: int, end: int, keys: list[str]) -> Diagnostic:
    location: Location = block.locate(start, end)
    hint = f"Write `[@{keys[0]}]`." if len(keys) == 1 else "Write the key of the entry: `[@key]`."
    message = f"`{block.text[start:end]}` is a citation written by hand"
    return RULE.diagnostic(location, message, hint, keys[0] if len(keys) == 1 else None)


RULE = Rule(
    code="CIT021",
    name="hand-typed-citation",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
