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
from collections.abc import Iterator, Mapping, Sequence

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
    known = {reference.key: record.published_as for reference, record in registered(review)}
    told = {preprint: doi for preprint, doi in known.items() if doi}
    references = review.bibliography.by_key
    by_doi = {doi_of(reference): key for key, reference in references.items()} if told else {}
    by_title = _by_title(list(references.values()))
    return by_title | {preprint: by_doi.get(folded_doi(doi), doi) for preprint, doi in told.items()}


def _by_title(references: Sequence[Reference]) -> dict[str, str]:
    """Preprints with another entry of the same title, and of an author of the same name."""
    preprints = [reference for reference in references if is_preprint(reference)]
    titles = {folded(preprint.text("title")) for preprint in preprints} - {""}
    records = defaultdict(list)
    for reference in references if titles else ():
        title = folded(reference.text("title"))
        if title in titles and not is_preprint(reference):
            records[title].append(reference)
    return {
        preprint.key: record.key
        for preprint in preprints
        for record in records.get(folded(preprint.text("title")), ())
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
