"""One study called better or worse than another one, neither of which has a control arm.

## Why it matters

Patients of two studies differ in more than the treatment. That one number is higher than the other does not
say that one treatment is better.

The rule looks at sentences with words of comparison whose tied rows come from at least two studies, none of
them randomised. Sentences that deny or doubt the comparison, or that name `historical` or `matched`
controls, pass.

## Flagged

```markdown chapters/10-results.md
# Results

Braces were better than casts: [50%]{ev=bones.walking} walked, against [40%]{ev=casts.walking}
[@nguyen2021; @rossi2019].
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

```yaml evidence/studies.yaml
studies:
- id: bones
  name: BONES
  cohorts: [{id: all, label: all children}]
  reports: [{reference: nguyen2021, role: primary}]
- id: casts
  name: CASTS
  cohorts: [{id: all, label: all children}]
  reports: [{reference: rossi2019, role: primary}]
```

```csv evidence/results.csv
id,study,cohort,outcome,measure,events,total,estimate,unit,source,seen_at,locator,words
bones.walking,bones,all,walking,proportion,10,20,50,%,nguyen2021,bones.example,Table 2,could walk again
casts.walking,casts,all,walking,proportion,8,20,40,%,rossi2019,bones.example,Table 1,could walk again
```

```text
chapters/10-results.md:3:32: EVI024 "better than": `bones` and `casts` have no control arm
```

## Passes

```markdown chapters/10-results.md
# Results

With braces [50%]{ev=bones.walking} walked, in another study with casts [40%]{ev=casts.walking}; the two
cannot be compared [@nguyen2021; @rossi2019].
```

## Known false positives

A comparison of something else in the same sentence, such as the ages of the patients.

## Fix

Set the results side by side without a judgement, or say why they cannot be compared.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review
from reportkit.rules.reading.claims import claims, studies_of
from reportkit.rules.rule import Data, Risk, Rule

_COMPARED = re.compile(
    r"\b(?:(?:better|worse|higher|lower|longer|shorter|safer|fewer|greater|more\s[a-z]+|less\s[a-z]+)\sthan"
    r"|(?:superior|inferior|preferable)\sto|outperform(?:s|ed)?|as\s(?:good|effective|safe)\sas"
    r"|compares?\s(?:well|favou?rably)\swith|favou?rably\scompared?)\b",
    re.IGNORECASE,
)
_CAREFUL = re.compile(
    r"\b(?:not|cannot|neither|nor|no|whether|historical|matched|says|writes|claims|calls)\b", re.IGNORECASE
)
_HINT = "Set the results side by side without a judgement, or say why they cannot be compared."


def check(review: Review) -> Iterator[Diagnostic]:
    """The first row of each such sentence."""
    for claim in claims(review):
        compared = _COMPARED.search(claim.text)
        if compared and not _CAREFUL.search(claim.text):
            rows = studies_of(claim, review.evidence or Evidence())
            names = list(dict.fromkeys(study.id for _, study in rows))
            if len(names) > 1 and not any(study.randomised for _, study in rows):
                said = " ".join(compared[0].split())
                message = f'"{said}": `{names[0]}` and `{names[1]}` have no control arm'
                yield RULE.diagnostic(claim.locate(rows[0][0]), message, _HINT, rows[0][0].id)


RULE = Rule(
    code="EVI024",
    name="cross-trial-comparison",
    severity=Severity.WARNING,
    needs=frozenset({Data.CHAPTERS, Data.EVIDENCE}),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
