"""People named by their illness.

## Why it matters

A person has a disease and is not one; a treatment fails, the person does not. Many journals ask for it.

## Flagged

```markdown chapters/10-results.md
# Results

OI patients walked. Diabetics ran, and four patients failed treatment.
```

```text
chapters/10-results.md:3:1: DOC011 `OI patients` names people by their illness
chapters/10-results.md:3:21: DOC011 `Diabetics` names people by their illness
chapters/10-results.md:3:45: DOC011 `patients failed treatment` names people by their illness
```

## Passes

```markdown chapters/10-results.md
# Results

Patients with OI walked. People with diabetes ran, and treatment failed in four patients. ICU patients sat.
```

## Known false positives

Names of wards, registries and roles before `patients` that are none of the usual ones (`ICU`, `NHS`), and
people who name themselves so.

## Fix

Put the person first. The unsafe fix turns `OI patients` into `patients with OI`.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import is_english, is_plain, running_text
from reportkit.rules.rule import Data, Rule

_PEOPLE = r"(?:patients|children|adults|adolescents|infants|women|men|survivors|cases)"
_NO_ILLNESS = r"(?:[NP]?ICU|NHS|ITT|PP|USA?|UK|EU|ER|ED|GP|BAME|LGBT\w*|VA|CT|MRI|ASA|WHO|I+V?|VI*|AND|OR)"
_BY_ILLNESS = re.compile(rf"(?<![\w-])(?!{_NO_ILLNESS}\b)(?P<illness>[A-Z]{{2,6}})\s(?P<people>{_PEOPLE})\b")
_LABEL = re.compile(
    rf"""\b(?:alcoholics|asthmatics|diabetics|epileptics|schizophrenics|ha?emophiliacs|hypertensives|paraplegics
    |the\ (?:disabled|handicapped|mentally\ ill)|wheelchair-bound|(?:drug\ )?addicts
    |{_PEOPLE}\ (?:who\ |are\ |were\ )*(?:suffer(?:s|ed|ing)?\ from|afflicted\ (?:with|by))
    |{_PEOPLE}\ (?:who\ |have\ |had\ )*failed\ (?:to\ respond|(?:\w+\ )?(?:treatment|therapy)))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def check(review: Review) -> Iterator[Diagnostic]:
    """Usual forms of such words in English texts."""
    if not is_english(review):
        return
    for chapter, prose in running_text(review):
        for found in (*_BY_ILLNESS.finditer(prose.text), *_LABEL.finditer(prose.text)):
            place = chapter.locate(prose.span(*found.span()))
            message = f"`{found[0].strip()}` names people by their illness"
            turns = found.re is _BY_ILLNESS and is_plain(prose, *found.span())
            fix = _turned(found, place) if turns else None
            yield RULE.diagnostic(place, message, "Put the person first.", fix=fix)


def _turned(found: re.Match[str], place: Location) -> Fix:
    people = found["people"].capitalize() if found.start() == 0 else found["people"]
    turned = f"{people} with {found['illness']}"
    return Fix(Applicability.UNSAFE, "put the person first", (Edit(place, turned),))


RULE = Rule(
    code="DOC011",
    name="patient-first-language",
    severity=Severity.INFO,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    fix=Applicability.UNSAFE,
    documentation=__doc__,
)
