"""An author's name typed directly before a citation that prints it again.

## Why it matters

In a style that cites by author and year the name stands there twice: Nguyen (Nguyen, 2021). In a style that
cites by number nothing is wrong, and nothing is lost by leaving the name out of the citation.

## Flagged

```markdown chapters/10-results.md
# Results

As told by Nguyen [@nguyen2021], half of the children could walk again.
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
chapters/10-results.md:3:20: CIT020 the name of `nguyen2021` stands in the text already
```

## Passes

```markdown chapters/10-results.md
# Results

As told by Nguyen [-@nguyen2021], half of the children could walk again.
```

## Known false positives

Every citation behind a name, where the style cites by number.

## Fix

The fix puts a hyphen before the key. It is not applied on its own.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.cited_prose import CitedPlace, cited_places
from reportkit.rules.reading.mentions import mention_before
from reportkit.rules.rule import Data, Risk, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """The first author of a single cited entry, with or without others, right before its brackets."""
    for place in cited_places(review):
        reference = review.bibliography.by_key.get(place.keys[0])
        if reference is None or not _prints_author(place):
            continue
        mention = mention_before(place.prose.text, place.index)
        if mention and not mention.year and not mention.owns and mention.begins(reference):
            citation = place.group.citations[0]
            sign = place.chapter.locate(Span(citation.span.start, citation.span.start))
            fix = Fix(Applicability.UNSAFE, "leave the name to the text", (Edit(sign, "-"),))
            message = f"the name of `{reference.key}` stands in the text already"
            hint = f"Write `[-@{reference.key}]`, which prints the year alone."
            yield RULE.diagnostic(place.chapter.locate(citation.span), message, hint, reference.key, fix)


def _prints_author(place: CitedPlace) -> bool:
    """Whether the brackets hold one citation, with its key at the beginning."""
    return len(place.keys) == 1 and place.chapter.source.text.startswith("[@", place.group.span.start)


RULE = Rule(
    code="CIT020",
    name="suppress-author-needed",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.UNSAFE,
    risk=Risk.MEDIUM,
)
