r"""A cross-reference to something that is not there, or a place for a table or figure that nobody declared.

## Why it matters

No number can be printed for it, and a link leads nowhere.

## Flagged

```markdown chapters/10-results.md
# Results {#sec:results}

Who could walk again is told in @sec:result [@nguyen2021], and in [the end](#the-ende).

# The end
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
chapters/10-results.md:3:33: XRF001 nothing is labelled `sec:result`
chapters/10-results.md:3:77: XRF001 nothing is labelled `the-ende`
```

## Passes

```markdown chapters/10-results.md
# Results {#sec:results}

Who could walk again is told in @sec:results [@nguyen2021], and in [the end](#the-end).

# The end
```

In other flavours `@fig-cast`, `\@ref(fig:cast)` and labels of chunks are read, too. A label that code, HTML
or a caption may make is not judged.

## Fix

Correct the label, or give the table, figure or heading this label. For an item, correct its name or
declare it in `evidence/items/`. Where one label is near, the fix that uses it is offered, but never applied
on its own.
"""

from collections.abc import Iterable, Iterator

from reportkit.measures.near import did_you_mean, near
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.labels import MadeLabels, given_labels
from reportkit.rules.rule import Data, Risk, Rule
from reportkit.rules.tables.orphan_table import div, label

# What processors of citations and footnotes make themselves.
_RESERVED = ("ref-", "fn", "refs", "top")


def check(review: Review) -> Iterator[Diagnostic]:
    """References and links without a target, in chapters and in items, then places without an item."""
    yield from _references(review)
    yield from _in_items(review)
    yield from _places(review)


def _references(review: Review) -> Iterator[Diagnostic]:
    labels = given_labels(review)
    made = MadeLabels(review)
    unplaced = {label(item): item for item in review.items}
    for chapter in review.chapters:
        for name, span in sorted(_wanted(chapter), key=lambda wanted: wanted[1]):
            if name in labels or name in made:
                continue
            hint = did_you_mean(name, labels, f"Correct it, or write `{{#{name}}}` at its target.")
            if name in unplaced:
                hint = f"Place the {unplaced[name].kind} in a chapter with {div(unplaced[name])}."
            message = f"nothing is labelled `{name}`"
            fix = _near_label(chapter, name, span, labels)
            yield RULE.diagnostic(chapter.locate(span), message, hint, name, fix)


def _in_items(review: Review) -> Iterator[Diagnostic]:
    labels = given_labels(review)
    for item in review.items:
        for name in review.item_references.get(item.id, ()):
            if name not in labels:
                hint = did_you_mean(name, labels, f"Correct it, or write `{{#{name}}}` at its target.")
                yield RULE.diagnostic(item.location, f"nothing is labelled `{name}`", hint, name)


def _wanted(chapter: Chapter) -> Iterator[tuple[str, Span]]:
    """What the chapter refers to or links to within the document."""
    for reference in chapter.scan.cross_references:
        yield reference.label, reference.span
    for link in chapter.scan.links:
        name = link.target.removeprefix("#")
        if link.target.startswith("#") and name and not name.startswith(_RESERVED):
            yield name, link.target_span


def _near_label(chapter: Chapter, name: str, span: Span, labels: Iterable[str]) -> Fix | None:
    """The fix that writes the one label which is near."""
    meant = near(name, labels)
    written = chapter.source.text[span.start : span.end]
    if len(meant) != 1 or written.count(name) != 1:
        return None
    start = span.start + written.index(name)
    edit = Edit(chapter.locate(Span(start, start + len(name))), meant[0])
    return Fix(Applicability.UNSAFE, f"refer to `{meant[0]}`", (edit,))


def _places(review: Review) -> Iterator[Diagnostic]:
    items = {item.id for item in review.items} | _unreadable(review)
    for chapter in review.chapters:
        for place in chapter.scan.items:
            if place.item not in items:
                message = f"no table or figure named `{place.item}` is declared"
                hint = did_you_mean(
                    place.item, items, "Correct the name, or declare it in `evidence/items/`."
                )
                yield RULE.diagnostic(chapter.locate(place.span), message, hint, place.item)


def _unreadable(review: Review) -> set[str]:
    """The names of items that are declared in a file with faults of its own."""
    return {fault.location.filename.rpartition("/")[2].removesuffix(".yaml") for fault in review.faults}


RULE = Rule(
    code="XRF001",
    name="undefined-label",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
