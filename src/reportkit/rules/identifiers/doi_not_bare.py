r"""A DOI that is written as a web address, with a label or escaped for LaTeX.

## Why it matters

Styles put `https://doi.org/` before the field, so the printed link would begin twice. Two spellings of
one DOI also hide that two entries are the same work. A DOI is taken as it stands: the backslash of `\_`
becomes part of the link, which then leads nowhere.

## Flagged

```markdown chapters/10-results.md
# Results

Half of the children could walk again [@nguyen2021; @rossi2020].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {https://doi.org/10.1000/bones.12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  doi     = {10.1000/bones\_11},
}
```

```text
references.bib:6:14: IDN002 the DOI of `nguyen2021` begins with `https://doi.org/`
references.bib:14:27: IDN002 the DOI of `rossi2020` is escaped for LaTeX
```

## Passes

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}

@article{rossi2020,
  author  = {Rossi, Bea},
  title   = {Running after casts},
  journal = {Journal of Small Bones},
  year    = {2020},
  doi     = {10.1000/bones_11},
}
```

## Fix

The fix removes what stands before `10.`, and the backslashes.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Severity
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.dois import doi_prefix, unescaped
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """DOI fields that begin with an address or a label, or hold signs of LaTeX."""
    for written in written_fields(review.bibliography, "doi"):
        prefix = doi_prefix(written.text)
        if prefix:
            span, key = Span(0, len(prefix)), written.reference.key
            message = f"the DOI of `{key}` begins with `{prefix}`"
            fix = written.mended(span, "", f"remove `{prefix}`")
            yield RULE.diagnostic(written.place(span), message, "Write it from `10.` on.", key, fix)
        yield from _escaped(written)


def _escaped(written: WrittenField) -> Iterator[Diagnostic]:
    plain = unescaped(written.text)
    if plain != written.text:
        span, plain = written.difference(plain)
        key, fix = written.reference.key, written.mended(span, plain, "write it without backslashes")
        message = f"the DOI of `{key}` is escaped for LaTeX"
        yield RULE.diagnostic(written.place(span), message, "Write it as the publisher does.", key, fix)


RULE = Rule(
    code="IDN002",
    name="doi-not-bare",
    severity=Severity.WARNING,
    needs=frozenset({Data.BIBLIOGRAPHY}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
