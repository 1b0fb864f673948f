"""A citation key that no bibliography has.

## Why it matters

The reader finds a bare key with a question mark where the source should stand, and the claim rests on
nothing. Keys are case-sensitive.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2012].
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
chapters/10-results.md:3:40: CIT001 `nguyen2012` is cited but stands in no bibliography
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

## Fix

Correct the key, or add an entry with this key to the bibliography. Where exactly one known key differs in
upper and lower case only, the fix that uses it is offered, but never applied on its own.
"""

from collections.abc import Iterable, Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in chapters first, then those in the captions, notes and cells of generated items."""
    known = review.bibliography.by_key
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if citation.key not in known:
                place = chapter.locate(citation.span)
                fix = _other_case(citation.key, known, chapter.locate(citation.key_span))
                yield _finding(citation.key, known, place, fix)
    rows = {result.source for result in review.evidence.results} if review.evidence else set()
    for item in review.items:
        for key in review.item_citations.get(item.id, ()):
            if key not in known and key not in rows:
                yield _finding(key, known, item.location)


def _finding(key: str, known: Iterable[str], place: Location, fix: Fix | None = None) -> Diagnostic:
    message = f"`{key}` is cited but stands in no bibliography"
    hint = did_you_mean(key, known, "Correct the key, or add an entry with this key to the bibliography.")
    return RULE.diagnostic(place, message, hint, key, fix)


def _other_case(key: str, known: Iterable[str], place: Location) -> Fix | None:
    same = [candidate for candidate in known if candidate.casefold() == key.casefold()]
    if len(same) != 1:
        return None
    return Fix(Applicability.UNSAFE, f"cite `{same[0]}`", (Edit(place, same[0]),))


RULE = Rule(
    code="CIT001",
    name="undefined-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
