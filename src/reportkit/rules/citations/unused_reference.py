"""An entry of the bibliography that nothing cites.

## Why it matters

It will not be printed. Either a citation was forgotten, or the entry is left over from an earlier
version.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
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
references.bib:8:10: CIT002 `rossi2019` is never cited
```

## Passes

Sources of evidence rows, reports of studies, citations in generated tables and parents of cited entries
(`crossref`, `xdata`) count as used, and so does what stands under `nocite`.

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2019].
```

## Known false positives

A bibliography that several documents share, of which only some are checked.

## Fix

Cite the entry where it belongs, or remove it. No fix does that by itself: an entry is work.
"""

from collections.abc import Iterator

from reportkit.measures.near import near
from reportkit.model.bibliography import Bibliography, Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.citations.nocite_unknown import EVERYTHING, uncited_on_purpose
from reportkit.rules.citations.truncated_key import truncated
from reportkit.rules.rule import Data, Risk, Rule

MOST_SLIPS = 500
"""More unknown keys than this are no slips of the hand: the bibliography is that of another text."""


def check(review: Review) -> Iterator[Diagnostic]:
    """Each key of the bibliography that is used nowhere; of doubled entries the one that counts."""
    for reference in unused(review):
        message = f"`{reference.key}` is never cited"
        hint = "Cite it where it belongs, or remove the entry."
        yield RULE.diagnostic(reference.key_location, message, hint, reference.key)


def unused(review: Review) -> Iterator[Reference]:
    """The entries that no citation, row or other entry needs."""
    if any(citation.key == EVERYTHING for _, citation in uncited_on_purpose(review)):
        return
    used = set(_with_parents(review.bibliography, _meant(review)))
    for key, reference in review.bibliography.by_key.items():
        if key and key not in used:
            yield reference


def _meant(review: Review) -> Iterator[str]:
    """The keys that are used, and for an unknown one, which is a finding already, those it may stand for."""
    known, used = review.bibliography.by_key, set(_used(review))
    yield from used & known.keys()
    unknown = used - known.keys()
    if len(unknown) <= MOST_SLIPS:
        yield from (key for slip in unknown for key in near(slip, known))


def _used(review: Review) -> Iterator[str]:
    for chapter in review.chapters:
        yield from (citation.key for citation in chapter.scan.citations)
        yield from (citation.key for citation in chapter.scan.lost_citations)
        yield from (miss.key for miss in chapter.scan.uncited)
    yield from (key for _, _, key in truncated(review))
    for keys in review.item_citations.values():
        yield from keys
    if review.evidence:
        yield from (result.source for result in review.evidence.results if result.source)
        yield from (report.reference for study in review.evidence.studies for report in study.reports)


def _with_parents(bibliography: Bibliography, keys: Iterator[str]) -> Iterator[str]:
    waiting = list(keys)
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in seen and (reference := bibliography.by_key.get(key)):
            seen.add(key)
            waiting += [parent for link in reference.links for parent in link.keys]
            yield key


RULE = Rule(
    code="CIT002",
    name="unused-reference",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
