"""A rule in the settings that does not exist.

## Why it matters

It looks as if something were checked, or left out, and is not.

## Flagged

```markdown chapters/10-results.md
# Results

Half could walk again.
```

```toml reportkit.toml
title = "Walking after casts"

[check]
ignore = ["CIT0O2"]
```

```text
???
```

## Passes

```toml reportkit.toml
title = "Walking after casts"

[check]
ignore = ["CIT002"]
```

## Fix

Correct the code; `reportkit rules` lists them all. A group such as `CIT` stands for all of its rules.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.location import Location, Position
from reportkit.model.review import Review
from reportkit.rules.near import did_you_mean
from reportkit.rules.registry import all_rules
from reportkit.rules.rule import Data, Rule


def check(review: Review) -> Iterator[Diagnostic]:
    """Words under `select` and `ignore` that begin no code."""
    codes = [rule.code for rule in all_rules()]
    start = Position(1, 1)
    for name in ("select", "ignore"):
        for word in getattr(review.settings, name):
            if word != "ALL" and not any(code.startswith(word) for code in codes):
                place = Location(review.settings.filename, start, start)
                message = f"`{word}` under `{name}` is no rule"
                hint = did_you_mean(word, codes, "`reportkit rules` lists all rules.")
                yield RULE.diagnostic(place, message, hint, word)


RULE = Rule(
    code="RKT003",
    name="unknown-rule-in-config",
    severity=Severity.ERROR,
    needs=frozenset({Data.SETTINGS}),
    check=check,
    documentation=__doc__,
)
