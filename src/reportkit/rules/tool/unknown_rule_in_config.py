"""A rule in the settings that does not exist.

## Why it matters

It looks as if something were checked, or left out, and is not.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again [@nguyen2021].
```

```toml reportkit.toml
title = "Walking after casts"

[check]
ignore = ["CIT0O2"]
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
reportkit.toml:4:12: RKT003 there is no rule `CIT0O2`
```

## Passes

```toml reportkit.toml
title = "Walking after casts"

[check]
ignore = ["CIT002"]
```

## Fix

Correct the code; `reportkit rules` lists them all. A group such as `CIT` stands for all of its rules. Where
only one rule can be meant, as with a letter O for a zero, the fix writes its code.
"""

from collections.abc import Iterator

from reportkit.measures.near import did_you_mean, near
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.registry import all_rules, unknown_words
from reportkit.rules.rule import Data, Rule

_GROUP = 3  # letters at the beginning of a code
_DIGITS = str.maketrans("OQILSB", "001158")


def check(review: Review) -> Iterator[Diagnostic]:
    """Words that stand for rules in the settings and begin no code."""
    settings = review.settings
    codes = [rule.code for rule in all_rules()]
    for word in unknown_words(settings.rule_locations):
        hint = did_you_mean(word, codes, "`reportkit rules` lists all rules.")
        place = settings.rule_locations[word]
        fix = _correction(word, codes, place)
        yield RULE.diagnostic(place, f"there is no rule `{word}`", hint, word, fix)


def _correction(word: str, codes: list[str], place: Location) -> Fix | None:
    """Writes the code that letters stand in for digits of, or else the only one that is near."""
    upper = word.upper()
    meant = upper[:_GROUP] + upper[_GROUP:].translate(_DIGITS)
    candidates = (meant,) if meant in codes else near(word, codes)
    if len(candidates) != 1:
        return None
    return Fix(Applicability.SAFE, f"write `{candidates[0]}`", (Edit(place, candidates[0]),))


RULE = Rule(
    code="RKT003",
    name="unknown-rule-in-config",
    severity=Severity.ERROR,
    needs=frozenset({Data.SETTINGS}),
    check=check,
    documentation=__doc__,
    fix=Applicability.SAFE,
)
