"""An approval without the agency or the date.

## Why it matters

The same product is approved here and not there, for one age and not for another, and this changes every year.
"Approved" alone will be wrong soon, and nobody can look it up.

The rule looks at sentences that say that something is approved, licensed or authorised. The paragraph has to
name an agency and a year. Approvals by ethics committees are not meant. The age limit belongs there as well,
but only a reader can judge that.

## Flagged

```markdown chapters/10-results.md
# Results

The brace is approved for children [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
```

```csv evidence/results.csv
id,study,measure
```

```text
chapters/10-results.md:3:11: EVI015 "is approved" names no agency and no year
```

## Passes

```markdown chapters/10-results.md
# Results

On 30 August 2017 the Food and Drug Administration approved the brace for children from two years of age
[@nguyen2021].
```

## Known false positives

Approval of other things than products, such as plans.

## Fix

Name the agency, the date and the age limit, with a source.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.tokens import ProseKind
from reportkit.rules.reading.running_text import running_text
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Data, Risk, Rule

_VERB = r"(?:approved|licen[sc]ed|authori[sz]ed)"
_APPROVED = re.compile(
    rf"\b(?:(?:is|are|was|were|been|got|became)\s(?:[a-z]+ly\s|now\s|also\s|first\s)?{_VERB}(?=\s(?:for|in|by|to|as|since|,)|[.,;])"
    rf"|(?:has|have|had)\s{_VERB}\s|(?:agency|regulators?|FDA|EMA)\s{_VERB}\s|(?:re)?ceived\s(?:[a-z]+\s)?approval)",
)
_OTHER = re.compile(
    r"\b(?:ethic|institution|review\sboard|IRB|committee|consent|protocol|access|payer|plan|user|patent|what\b|whether|not\sapproved)",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:FDA|EMA|CHMP|MHRA|PMDA|TGA|NMPA|Swissmedic|Health\sCanada|NICE|Food\sand\sDrug|Medicines\sAgency"
    r"|(?:European|United\sStates|American|British|Japanese)\s(?:Commission|agency|regulator|authority)"
    r"|European\sUnion|[Aa]genc(?:y|ies)|[Rr]egulators?|[Aa]uthorit(?:y|ies))\b"
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def check(review: Review) -> Iterator[Diagnostic]:
    """Sentences about an approval in paragraphs that leave out who gave it or when."""
    for chapter, prose in running_text(review):
        if prose.kind is ProseKind.HEADING or not _APPROVED.search(prose.text):
            continue
        missing = [
            what
            for what, named in (("no agency", _AGENCY), ("no year", _YEAR))
            if not named.search(prose.text)
        ]
        for sentence in sentences(prose.text) if missing else ():
            found = _APPROVED.search(prose.text, sentence.start, sentence.end)
            if found and not _OTHER.search(prose.text, sentence.start, sentence.end):
                message = f'"{found[0].strip()}" names {" and ".join(missing)}'
                hint = "Name the agency, the date and the age limit, with a source."
                yield RULE.diagnostic(chapter.locate(prose.span(*found.span())), message, hint)


RULE = Rule(
    code="EVI015",
    name="regulatory-status-undated",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
