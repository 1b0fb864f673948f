"""Citations in one pair of brackets that are not in the order of the house style.

## Why it matters

Styles that cite by author and year print a group as it is written. One that is sorted here and unsorted there
looks careless.

## Flagged

```toml reportkit.toml
[style]
group-order = "year"
```

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019, p. 3].
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
chapters/10-results.md:3:39: CIT023 these citations are not in the order of their year
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@rossi2019, p. 3; @nguyen2021].
```

Nothing is looked at where the settings name no order, or where words stand before a key.

## Fix

The fix sorts the group; works of one year stay as they are.
"""

from collections.abc import Iterator

from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.model.tokens import CitationGroup
from reportkit.rules.reading.citation_groups import Part, parts
from reportkit.rules.reading.mentions import year_of
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Groups in brackets whose every part has a place in the order."""
    order = review.settings.style.group_order
    if not order:
        return
    for chapter in review.chapters:
        for group in chapter.scan.groups:
            if group.bracketed and len(group.citations) > 1:
                yield from _unsorted(review, chapter, group, order)


def _unsorted(review: Review, chapter: Chapter, group: CitationGroup, order: str) -> Iterator[Diagnostic]:
    written = list(parts(chapter, group))
    places = {part.citation.key: _place(review, part, order) for part in written}
    if any(part.prefix for part in written) or not all(places.values()):
        return
    wanted = sorted(written, key=lambda part: places[part.citation.key])
    if wanted != written:
        texts = (chapter.source.text[part.span.start : part.span.end].strip("; \n") for part in wanted)
        inside = chapter.locate(Span(group.span.start + 1, group.span.end - 1))
        fix = Fix(Applicability.SAFE, "sort them", (Edit(inside, "; ".join(texts)),))
        message = f"these citations are not in the order of their {order}"
        hint = f"Sort them by {order}."
        yield RULE.diagnostic(chapter.locate(group.span), message, hint, group.citations[0].key, fix)


def _place(review: Review, part: Part, order: str) -> str:
    """What a citation is sorted by, or nothing where that is not known."""
    key = part.citation.key
    reference = review.bibliography.by_key.get(key)
    if reference is None:
        return ""
    return key.casefold() if order == "key" else year_of(reference)


RULE = Rule(
    code="CIT023",
    name="group-order",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY, Data.SETTINGS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
