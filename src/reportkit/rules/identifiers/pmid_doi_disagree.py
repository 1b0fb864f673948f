"""A PubMed number and a DOI of two different papers in one entry.

## Why it matters

One of the two links leads to another paper, and whatever is looked up by it is about that paper.

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
  doi     = {10.1000/bones.12},
  pmid    = {31234567},
}
```

```json refs.lock.json
{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {"source": "PubMed", "pmid": "31234567", "pmid_doi": "10.1000/casts.3"}
  }
}
```

```text
references.bib:7:14: IDN018 PMID 31234567 is `10.1000/casts.3`, the DOI of `nguyen2021` is another
```

## Passes

```json refs.lock.json
{
  "schema_version": 1,
  "date": "2024-05-31",
  "records": {
    "nguyen2021": {"source": "PubMed", "pmid": "31234567", "pmid_doi": "10.1000/BONES.12"}
  }
}
```

## Known false positives

Papers with two DOIs, such as translated editions of a journal.

## Fix

Look up both and correct the one that is wrong. A preprint and its published version each have their own.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.dois import folded_doi
from reportkit.rules.reading.works import doi_of, pmid_of
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Entries whose PubMed number, looked up, gave another DOI than theirs."""
    for key, record in review.metadata.records.items() if review.metadata else ():
        reference = review.bibliography.by_key.get(key)
        if reference is None or not record.pmid_doi:
            continue
        pmid, doi = pmid_of(reference), doi_of(reference)
        if pmid == record.pmid and doi and doi != folded_doi(record.pmid_doi):
            field = reference.field("pmid")
            place = field.value_location if field else reference.key_location
            message = f"PMID {pmid} is `{record.pmid_doi}`, the DOI of `{key}` is another"
            yield RULE.diagnostic(place, message, "Look up both, and correct the one that is wrong.", key)


RULE = Rule(
    code="IDN018",
    name="pmid-doi-disagree",
    severity=Severity.ERROR,
    needs=frozenset({Data.BIBLIOGRAPHY, Data.METADATA}),
    check=check,
    documentation=__doc__,
)
