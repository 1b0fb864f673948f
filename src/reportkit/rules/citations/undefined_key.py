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

In a Manubot manuscript a key such as `doi:10.1000/bones` needs no entry.

## Known false positives

A second key of an entry, given under `ids`.

## Fix

Correct the key, or add an entry with this key to the bibliography. Where exactly one known key differs in
upper and lower case only, the fix that uses it is offered, but never applied on its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.citations.nocite_unknown import EVERYTHING
from reportkit.rules.rule import Data, Rule

_IDENTIFIER = re.compile(r"[A-Za-z][\w.+-]*:\S")
_TAG = "tag:"


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in chapters first, then those in the captions, notes and cells of generated items."""
    keys = _Keys(review)
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if keys.lack(citation.key):
                place = chapter.locate(citation.span)
                yield keys.finding(citation.key, place, chapter.locate(citation.key_span))
    rows = {result.source for result in review.evidence.results} if review.evidence else set()
    for item in review.items:
        for key in review.item_citations.get(item.id, ()):
            if keys.lack(key) and key not in rows:
                yield keys.finding(key, item.location)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Tags, which Manubot looks up in a table of its own."""
    keys = {citation.key for chapter in review.chapters for citation in chapter.scan.citations}
    if review.settings.flavor == _MANUBOT:
        for key in keys - review.bibliography.by_key.keys():
            if key.startswith(_TAG):
                yield Unchecked(RULE.code, key, "the tags of this manuscript are not read")


class _Keys:
    """The keys that are known, and what to say of one that is not."""

    def __init__(self, review: Review) -> None:
        self._known = review.bibliography.by_key
        self._names_works = review.settings.flavor == _MANUBOT
        self._hints: dict[str, str] = {}
        self._by_letters = defaultdict(list)
        for key in self._known:
            self._by_letters[key.casefold()].append(key)

    def lack(self, key: str) -> bool:
        """Whether no entry has this key; Manubot finds works by identifiers such as `doi:10.1000/bones`."""
        if self._names_works and _IDENTIFIER.match(key):
            return False
        return key not in self._known and key != EVERYTHING

    def finding(self, key: str, place: Location, written: Location | None = None) -> Diagnostic:
        """The finding, with a fix where one other key has the same letters."""
        if key not in self._hints:
            otherwise = "Correct the key, or add an entry with this key to the bibliography."
            self._hints[key] = did_you_mean(key, self._known, otherwise)
        message = f"`{key}` is cited but stands in no bibliography"
        same = self._by_letters[key.casefold()]
        fix = None
        if written and len(same) == 1:
            fix = Fix(Applicability.UNSAFE, f"cite `{same[0]}`", (Edit(written, same[0]),))
        return RULE.diagnostic(place, message, self._hints[key], key, fix)


_MANUBOT = "manubot"

RULE = Rule(
    code="CIT001",
    name="undefined-key",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    unchecked=unchecked,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
)
