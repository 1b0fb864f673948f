"""A paragraph with results in which neither a citation nor an evidence row answers for a number.

## Why it matters

A reader cannot look up what is stated, and nobody can tell later where it came from.

## Flagged

```markdown chapters/10-results.md
# Results

In the end 50% of the children could walk again.

All of them had fallen from trees [@nguyen2021].
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
chapters/10-results.md:3:12: CIT014 nothing in this paragraph says where `50%` comes from
```

## Passes

```markdown chapters/10-results.md
# Results

In the end 50% of the children could walk again [@nguyen2021].

All of them had fallen from trees.
```

## Known false positives

Summaries, methods and results of one's own, whose numbers need no citation. That is why the rule has to be
selected. Where an evidence database exists, NUM024 asks for more.

## Fix

Cite the source, or tie the number to its row.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.cited_prose import cited_prose
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.result_like import results_in
from reportkit.rules.rule import Data, Risk, Rule

_RUNNING = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM}


def check(review: Review) -> Iterator[Diagnostic]:
    """The first untied result of every paragraph and list item without a citation or a tie."""
    running = (block for block in cited_prose(review) if block.prose.kind in _RUNNING)
    uncited = {(block.chapter.filename, block.prose.offsets[0]) for block in running if not block.places}
    for passage in passages(review):
        if (passage.chapter.filename, passage.prose.offsets[0]) in uncited:
            yield from _first(passage)


def _first(passage: Passage) -> Iterator[Diagnostic]:
    for quantity, numbers in results_in(passage):
        if not all(map(passage.is_free, numbers)):
            return
        if not any(map(passage.is_structural, numbers)):
            text = passage.text[quantity.start : quantity.end]
            message = f"nothing in this paragraph says where `{text}` comes from"
            hint = "Cite the source, or tie the number to a row of the evidence."
            yield RULE.diagnostic(passage.locate(quantity), message, hint)
            return


RULE = Rule(
    code="CIT014",
    name="uncited-number",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    risk=Risk.HIGH,
)
