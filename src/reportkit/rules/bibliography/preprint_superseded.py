"""A preprint cited although its published version is known.

## Why it matters

Reviewers changed the paper, often its numbers. Readers look for the version of record.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2020], as it was said later [@nguyen2021].
```

```bibtex references.bib
@misc{nguyen2020,
  author    = {Nguyen, An},
  title     = {Walking after casts},
  publisher = {bioRxiv},
  year      = {2020},
  doi       = {10.1101/2020.05.01.123456},
}

@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea},
  title   = {Walking after Casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
```

```text
references.bib:1:7: BIB036 `nguyen2020` is a preprint that was published as `nguyen2021`
```

## Passes

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021].
```

## Known false positives

Texts about preprints, or about what changed between the versions.

## Fix

Read the published version and cite it. Where no entry has it, the metadata lock may know its DOI.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import folded_doi
from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.preprints import is_preprint
from reportkit.rules.reading.registered import registered
from reportkit.rules.reading.surnames import surnames
from reportkit.rules.reading.works import doi_of
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Preprints that are cited while another entry, or the lock, has what became of them."""
    cited = {citation.key for chapter in review.chapters for citation in chapter.scan.citations}
    for preprint, published in _published(review).items():
        if preprint in cited or not review.chapters:
            reference = review.bibliography.by_key[preprint]
            message = f"`{preprint}` is a preprint that was published as `{published}`"
            hint = "Read the published version and cite it."
            yield RULE.diagnostic(reference.key_location, message, hint, preprint)


def _published(review: Review) -> Mapping[str, str]:
    """Keys of preprints, and the key or DOI of the version of record."""
    by_doi = {doi_of(reference): key for key, reference in review.bibliography.by_key.items()}
    published = {
        reference.key: by_doi.get(folded_doi(record.published_as), record.published_as)
        for reference, record in registered(review)
        if record.published_as
    }
    return {**_by_title(review), **published}


def _by_title(review: Review) -> Mapping[str, str]:
    """Preprints with another entry of the same title, and of an author of the same name."""
    same_title = defaultdict(list)
    for reference in review.bibliography.by_key.values():
        if title := folded(reference.text("title")):
            same_title[title].append(reference)
    pairs: dict[str, str] = {}
    for references in same_title.values():
        if len(references) > 1:
            pairs |= _pairs(references)
    return pairs


def _pairs(references: list[Reference]) -> Mapping[str, str]:
    records = [reference for reference in references if not is_preprint(reference)]
    return {
        preprint.key: record.key
        for preprint in references
        if preprint not in records
        for record in records
        if _authors(preprint) & _authors(record)
    }


def _authors(reference: Reference) -> frozenset[str]:
    return frozenset().union(*surnames(reference.text("author")))


RULE = Rule(
    code="BIB036",
    name="preprint-superseded",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    risk=Risk.MEDIUM,
    documentation=__doc__,
)
