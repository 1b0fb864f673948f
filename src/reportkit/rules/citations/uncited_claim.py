"""A paragraph that appeals to studies, reports or an approval and cites none.

## Why it matters

"Studies show" is only as good as the studies, and the reader is not told which.

## Flagged

```markdown chapters/10-results.md
# Results

Several studies have shown that children walk again soon.

Half of them could do so after six weeks [@nguyen2021].
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
chapters/10-results.md:3:1: CIT015 no source is named for `Several studies have shown`
```

## Passes

```markdown chapters/10-results.md
# Results

Several studies have shown that children walk again soon [@nguyen2021].
```

## Known false positives

Introductions and summaries whose sources follow in the next paragraph.

## Fix

Cite the studies that are meant.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.cited_prose import CitedProse, cited_prose
from reportkit.rules.rule import Data, Risk, Rule

_KINDS = r"(?:several|many|some|recent|previous|earlier|other|most|numerous|clinical)"
_WORKS = r"(?:studies|trials|reports|reviews|analyses|authors|investigators|experiments)"
_SAY = r"(?:show|shown|showed|demonstrated?|suggest|suggested|reported|found|confirmed?|indicated?|observed)"
_CLAIM = re.compile(
    rf"\b(?:{_KINDS} )+(?:\w+ )?{_WORKS} (?:have |has )?(?:\w+ly )?{_SAY}\b"
    rf"|\b(?:studies|trials|research|evidence) (?:have |has )?(?:shows|suggests|indicates|{_SAY})\b"
    r"|\b(?:was|were|has been|have been) (?:first |recently |also )?approved\b"
    r"|\b(?:has|have) been (?:shown|reported|demonstrated|proven)\b"
    r"|\bit is (?:well |widely )?(?:known|established|accepted) that\b",
    re.IGNORECASE,
)
_RUNNING = {ProseKind.PARAGRAPH, ProseKind.LIST_ITEM}


def check(review: Review) -> Iterator[Diagnostic]:
    """The first such claim of every paragraph without a citation or a tied number."""
    for block in cited_prose(review):
        if block.prose.kind in _RUNNING and not block.places:
            claim = _CLAIM.search(block.text)
            if claim and not _is_tied(block):
                message = f"no source is named for `{claim[0]}`"
                yield RULE.diagnostic(block.locate(*claim.span()), message, "Cite the works that are meant.")


def _is_tied(block: CitedProse) -> bool:
    first, last = block.prose.offsets[0], block.prose.offsets[-1]
    return any(first <= tie.span.start <= last for tie in block.chapter.scan.ties)


RULE = Rule(
    code="CIT015",
    name="uncited-claim",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
    risk=Risk.HIGH,
)
