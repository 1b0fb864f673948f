"""An author or year typed before a citation that are not those of the cited work.

## Why it matters

The text credits one paper and the citation leads to another. One of the two is wrong.

## Flagged

```markdown chapters/10-results.md
# Results

Rossi et al. (2019) saw that half of the children could walk again. Nguyen et al. [@rossi2019] saw more.
Nguyen et al. (2020) [@nguyen2021] saw fewer.
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
chapters/10-results.md:3:69: CIT019 the text names `Nguyen et al.`, but `rossi2019` is by Rossi
chapters/10-results.md:4:1: CIT019 the text says 2020, but `nguyen2021` is of 2021
```

## Passes

```markdown chapters/10-results.md
# Results

Rossi et al. (2019) [@rossi2019] saw that half of the children could walk again. Nguyen et al.
[@nguyen2021] saw more.
```

## Known false positives

A name that a work is known by and that stands in no author field, such as a trial that is named after a
person. Names are compared without accents; a slip of one or two letters is no finding.

## Fix

Correct the key, the name or the year. No fix does that by itself: only the author knows what was meant.
"""

from collections.abc import Iterator, Sequence

from reportkit.measures.near import near
from reportkit.model.bibliography import Reference
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.cited_prose import CitedPlace, cited_places
from reportkit.rules.reading.mentions import Mention, NamedEntries, authors, mention_before, year_of
from reportkit.rules.rule import Data, Risk, Rule

_FEW = 3


def check(review: Review) -> Iterator[Diagnostic]:
    """Authors who are named directly before a citation in brackets, all of whose entries are known."""
    entries = NamedEntries(review.bibliography)
    for place in cited_places(review):
        mention = mention_before(place.prose.text, place.index) if _is_plain(place) else None
        if mention is None:
            continue
        cited = [review.bibliography.by_key.get(key) for key in place.keys]
        known = [reference for reference in cited if reference and authors(reference)]
        message = _difference(mention, known, entries) if len(known) == len(cited) else ""
        if message:
            location = place.locate(mention.start, mention.end)
            yield RULE.diagnostic(location, message, _hint(mention, entries), known[0].key)


def _is_plain(place: CitedPlace) -> bool:
    """Whether the brackets begin with the key: `[see @key]` is about something else."""
    text = place.chapter.source.text[place.group.span.start : place.group.citations[0].span.start]
    return place.group.bracketed and text.strip() == "["


def _difference(mention: Mention, cited: Sequence[Reference], entries: NamedEntries) -> str:
    """What does not fit, or nothing; a bare capitalised word is a name only if an entry bears it."""
    fitting = [reference for reference in cited if mention.fits(reference)]
    key = cited[0].key
    if fitting:
        years = [year for reference in fitting if (year := year_of(reference))]
        if not mention.year or not years or mention.year in years:
            return ""
        return f"the text says {mention.year}, but `{fitting[0].key}` is of {years[0]}"
    if mention.others or (mention.second and mention.year) or (mention.year and entries.of(mention)):
        known = {word for reference in cited for name in authors(reference) for word in name}
        if any(near(word, known) for word in mention.words):
            return ""
        return f"the text names `{mention.names}`, but `{key}` is by {_author(cited[0])}"
    return ""


def _author(reference: Reference) -> str:
    name = reference.text("author", "editor").split(" and ")[0]
    return name.split(",")[0].strip("{} ")


def _hint(mention: Mention, entries: NamedEntries) -> str:
    keys = [f"`{reference.key}`" for reference in entries.of(mention)]
    asked = f"Did you mean {' or '.join(keys)}? " if 0 < len(keys) <= _FEW else ""
    return f"{asked}Correct the key, the name or the year."


RULE = Rule(
    code="CIT019",
    name="typed-author-differs",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS, Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    risk=Risk.MEDIUM,
)
