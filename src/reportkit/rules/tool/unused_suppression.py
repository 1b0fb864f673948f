"""A remark to the checker that suppresses nothing.

## Why it matters

It looks as if something were wrong here and known to be right, and keeps silent when one day something is.

## Flagged

```markdown chapters/10-results.md
# Results

<!-- rk: ignore[CIT001] the report is not public yet -->
Half of the children could walk again [@nguyen2021].
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
chapters/10-results.md:3:1: RKT001 there is nothing to suppress: `CIT001` finds nothing here
```

## Passes

```markdown chapters/10-results.md
# Results

<!-- rk: ignore[CIT001] the report is not public yet -->
Half of the children could walk again [@nguyen2025].

All could walk after a year [@nguyen2021].
```

## Known false positives

None: of a rule that did not run, or had nothing to look at, no suppression is called unused.

## Fix

The fix removes the remark, or the code that is not needed. Where a comment may be what keeps two lists or
two passages apart, remove it by hand. A remark with a misspelt code is left to its author.
"""

from collections.abc import Collection

from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from reportkit.model.suppression import Suppression
from reportkit.rules.registry import all_rules, find_rule
from reportkit.rules.rule import Rule


def without_effect(suppression: Suppression) -> Diagnostic:
    """The finding for a remark that names no rule, or does not say what to do with it."""
    hint = "Write `rk: ignore[CODE] reason`, or `off[CODE]` and `on`, or `file-ignore[CODE]`."
    return RULE.diagnostic(suppression.location, "this remark suppresses nothing", hint)


def misnamed(suppression: Suppression, code: str) -> Diagnostic:
    """The finding for a code that no rule has, or whose findings are always told."""
    if find_rule(code):
        message = f"findings of `{code}` are always told: what cannot be read cannot be called clean"
        return RULE.diagnostic(suppression.location, message, "Mend what is found.", code)
    return RULE.diagnostic(suppression.location, f"there is no rule `{code}`", _meant(code), code)


def _meant(code: str) -> str:
    """What to write instead of a word that is no code."""
    if named := find_rule(code.lower()):
        return f"Write its code, `{named.code}`."
    codes = [rule.code for rule in all_rules()]
    if code.isalpha() and any(each.startswith(code) for each in codes):
        return "Write the codes of single rules: what hides a whole group hides what nobody has seen."
    return did_you_mean(code, codes, "`reportkit rules` lists all rules.")


def unused(suppression: Suppression, codes: Collection[str]) -> Diagnostic:
    """The finding for codes of a suppression that suppress nothing."""
    names = ", ".join(f"`{code}`" for code in codes)
    find = "finds" if len(codes) == 1 else "find"
    message = f"there is nothing to suppress: {names} {find} nothing here"
    hint = "Remove what is not needed any more."
    return RULE.diagnostic(suppression.location, message, hint, ", ".join(codes), _fix(suppression, codes))


def _fix(suppression: Suppression, codes: Collection[str]) -> Fix | None:
    needed = [code for code in suppression.codes if code not in codes]
    if needed:
        edits = (Edit(suppression.codes_location, ", ".join(needed)),)
        return Fix(Applicability.SAFE, "remove the code", edits)
    return Fix(Applicability.SAFE, "remove the remark", suppression.removal) if suppression.removal else None


RULE = Rule(
    code="RKT001",
    name="unused-suppression",
    severity=Severity.WARNING,
    needs=frozenset(),
    documentation=__doc__,
    fix=Applicability.SAFE,
)
