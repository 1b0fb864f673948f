"""A citation on the other side of a full stop or comma than the house style has it.

## Why it matters

Where both orders are mixed, a reader cannot tell which sentence a citation belongs to.

## Flagged

```toml reportkit.toml
[style]
citation-position = "before"
```

```markdown chapters/10-results.md
# Results

Half of the children could walk again. [@nguyen2021]
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:40: CIT013 this citation stands behind the full stop, not before it
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

Nothing is looked at where the settings name no position.

## Known false positives

A full stop of an abbreviation that the rule does not know.

## Fix

The fix moves the citation. It is not applied on its own: the citation may belong to the next sentence.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.cited_prose import SIGN, CitedPlace, cited_places
from reportkit.rules.rule import Data, Risk, Rule

_MARK = re.compile(r"(?P<mark>[.,])[\"”’)]?\s+$")
_NOTHING_BETWEEN = re.compile(r"[.,][\s\"”’)*_]*")
_LEADS_IN = re.compile(
    r"\b(?:example|instance|including|also|see|and|or|e\.g\.|i\.e\.|cf\.),\s+$", re.IGNORECASE
)
_ABBREVIATION = re.compile(
    r"\b(?:al|vs|cf|e\.g|i\.e|etc|ca|approx|resp|figs?|tabs?|eqs?|no|dr|st|[a-z])\.\s+$", re.IGNORECASE
)
_FOLLOWS = re.compile(r"[.,]")
_NAMES = {".": "full stop", ",": "comma"}
_RUNNING = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM, ProseKind.FOOTNOTE}


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in brackets beside a full stop or comma, on the side that is not wanted."""
    find = {"before": _behind, "after": _before}.get(review.settings.style.citation_position)
    if find is None:
        return
    for place in cited_places(review):
        if place.group.bracketed and place.prose.kind in _RUNNING:
            yield from find(place)


def _behind(place: CitedPlace) -> Iterator[Diagnostic]:
    """A citation behind a mark that ends what it is about; it may also begin the next sentence."""
    mark = _MARK.search(place.before)
    if mark is None or _ABBREVIATION.search(place.before) or _LEADS_IN.search(place.before):
        return
    start, end = place.prose.offsets[place.index_of(mark.start())], place.group.span.start
    between = place.chapter.source.text[start:end]
    if _NOTHING_BETWEEN.fullmatch(between) and _ends(place.after, mark["mark"]):
        yield _finding(place, Span(start, place.group.span.end), mark["mark"], "behind", "before")


def _before(place: CitedPlace) -> Iterator[Diagnostic]:
    """A citation with a mark behind it that should come first."""
    mark = _FOLLOWS.match(place.after)
    if mark:
        start = place.index_of(len(place.before.rstrip()))
        first = place.prose.offsets[start] if start < place.index else place.group.span.start
        yield _finding(place, Span(first, place.group.span.end + 1), mark[0], "before", "behind")


def _ends(after: str, mark: str) -> bool:
    """Whether the text behind goes on as it would without the citation."""
    following = after.lstrip(f" {SIGN}")
    return not following or mark == "," or not (following[0].islower() or following[0] in "(),;:")


def _finding(place: CitedPlace, whole: Span, mark: str, actual: str, wanted: str) -> Diagnostic:
    source = place.chapter.source
    cited = source.text[place.group.span.start : place.group.span.end]
    written = source.text[whole.start : whole.end]
    fix = None
    if "".join(written.split()) in {"".join(f"{mark}{cited}".split()), "".join(f"{cited}{mark}".split())}:
        content = f" {cited}{mark}" if wanted == "before" else f"{mark}{cited}"
        edit = Edit(source.locate(whole), content)
        fix = Fix(Applicability.UNSAFE, f"put it {wanted} the {_NAMES[mark]}", (edit,))
    message = f"this citation stands {actual} the {_NAMES[mark]}, not {wanted} it"
    hint = f"Put it {wanted} the {_NAMES[mark]}, as everywhere in this review."
    return RULE.diagnostic(source.locate(place.group.span), message, hint, place.keys[0], fix)


RULE = Rule(
    code="CIT013",
    name="citation-placement",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.SETTINGS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
