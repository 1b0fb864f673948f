"""A row of the evidence that does not say where in its source the number stands.

## Why it matters

Nobody can find the number again, so nobody can check it.

## Flagged

???

```text
???
```

## Passes

???

## Fix

Enter where the number was seen (`seen_at`), its place there (`locator`, such as `Table 2`) and the words
around it (`words`). A row without any source is TAB004.
"""

from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.rule import Data, Rule

_NEEDED = {
    "seen_at": "where it was seen",
    "locator": "its place in the source",
    "words": "the words around the number",
}


def check(review: Review) -> Iterator[Diagnostic]:
    """One finding per row, at the first empty cell."""
    for result in review.evidence.results if review.evidence else ():
        missing = [name for name in _NEEDED if not getattr(result, name)]
        if missing:
            place = result.cells.get(missing[0], result.location)
            message = f"row `{result.id}` does not give {_listed([_NEEDED[name] for name in missing])}"
            hint = f"Enter {_listed([f'`{name}`' for name in missing])} from the source."
            yield RULE.diagnostic(place, message, hint, result.id)


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


RULE = Rule(
    code="EVI001",
    name="provenance-missing",
    severity=Severity.ERROR,
    needs=frozenset({Data.EVIDENCE}),
    check=check,
    documentation=__doc__,
)
