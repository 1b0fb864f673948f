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

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity, Unchecked
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.model.tokens import Citation
from reportkit.rules.citations.nocite_unknown import EVERYTHING
from reportkit.rules.citations.unused_reference import MOST_SLIPS
from reportkit.rules.reading.metadata import own_references
from reportkit.rules.rule import Data, Rule

_TAG = "tag"
_LOOKING_UP = "manubot"


def check(review: Review) -> Iterator[Diagnostic]:
    """Citations in chapters first, then those in the captions, notes and cells of generated items.

    Where a bibliography is made or fetched later, any key may come to stand in it. Where there is none at
    all, a sign before a word is no citation.
    """
    keys = _Keys(review)
    if review.bibliography.elsewhere or not keys.are_meant:
        return
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if keys.lack(citation.key) and not keys.is_found_elsewhere(citation):
                place = chapter.locate(citation.span)
                yield keys.finding(citation.key, place, chapter.locate(citation.key_span))
    rows = {result.source for result in review.evidence.results} if review.evidence else set()
    for item in review.items:
        for key in review.item_citations.get(item.id, ()):
            if keys.lack(key) and key not in rows:
                yield keys.finding(key, item.location)


def unchecked(review: Review) -> Iterator[Unchecked]:
    """Keys that Manubot looks up, or that may stand in a bibliography that is made or fetched later."""
    keys = _Keys(review)
    for chapter in review.chapters:
        for citation in chapter.scan.citations:
            if not keys.lack(citation.key) or citation.by_identifier:
                continue
            if keys.is_found_elsewhere(citation):
                yield Unchecked(RULE.code, citation.key, "Manubot looks it up, and nothing is looked up here")
            elif review.bibliography.elsewhere:
                yield Unchecked(
                    RULE.code, citation.key, "it may stand in a bibliography that is not read here"
                )


class _Keys:
    """The keys that are known, and what to say of one that is not."""

    def __init__(self, review: Review) -> None:
        self._entries = review.bibliography.by_key
        self._aliases = {alias.key for chapter in review.chapters for alias in chapter.scan.aliases}
        self._listed = review.bibliography.csl_keys.union(
            *(own_references(chapter.scan) for chapter in review.chapters)
        )
        self._has_prefixes = any(chapter.flavor == _LOOKING_UP for chapter in review.chapters)
        self._hints: dict[str, str] = {}

    @property
    def are_meant(self) -> bool:
        """Whether anything says that keys are cited: an entry of any form, or a tool that looks them up."""
        return bool(self._entries or self._aliases or self._listed or self._has_prefixes)

    def lack(self, key: str) -> bool:
        """Whether no entry of any form and no alias has this key."""
        known = (self._entries, self._aliases, self._listed)
        return key != EVERYTHING and not any(key in keys for keys in known)

    def is_found_elsewhere(self, citation: Citation) -> bool:
        """Whether the key names a work by an identifier, or is a tag where no chapter defines any."""
        if citation.by_identifier or not self._has_prefixes:
            return citation.by_identifier
        prefix, colon, _ = citation.key.partition(":")
        return bool(colon) and (prefix != _TAG or not self._aliases)

    def finding(self, key: str, place: Location, written: Location | None = None) -> Diagnostic:
        """The finding, with a fix where one other key has the same letters."""
        if key not in self._hints:
            known = self._entries.keys() | self._aliases if len(self._hints) < MOST_SLIPS else ()
            otherwise = "Correct the key, or add an entry with this key to the bibliography."
            self._hints[key] = did_you_mean(key, known, otherwise)
        same = self._by_letters.get(key.casefold(), ())
        fix = None
        if written and len(same) == 1:
            fix = Fix(Applicability.UNSAFE, f"cite `{same[0]}`", (Edit(written, same[0]),))
        message = f"`{key}` is cited but stands in no bibliography"
        return RULE.diagnostic(place, message, self._hints[key], key, fix)

    @cached_property
    def _by_letters(self) -> Mapping[str, list[str]]:
        by_letters = defaultdict(list)
        for key in self._entries:
            by_letters[key.casefold()].append(key)
        return by_letters


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
