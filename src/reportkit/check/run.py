"""Run the selected rules over a review."""

from collections.abc import Callable, Iterable
from functools import partial

from reportkit.check.selection import Selection
from reportkit.check.superseding import without_consequences
from reportkit.model.diagnostic import Diagnostic, Unchecked
from reportkit.model.review import Review
from reportkit.rules.registry import all_rules
from reportkit.rules.rule import Rule
from reportkit.rules.tool.internal_error import failed_rule

Each = Callable[[Callable[[Rule], list[Diagnostic]], Iterable[Rule]], Iterable[list[Diagnostic]]]
"""How rules are run one by one: like `map`, in any order."""


def run_rules(
    review: Review,
    selection: Selection | None = None,
    rules: Iterable[Rule] | None = None,
    each: Each = map,
) -> tuple[Diagnostic, ...]:
    """All findings of the selected rules, each once, by file, place and code."""
    selection = selection or Selection()
    selected = (rule for rule in (all_rules() if rules is None else rules) if rule in selection)
    ran = (diagnostic for found in each(partial(_run, review), selected) for diagnostic in found)
    found = [d for d in ran if not selection.leaves_out(d.code, d.location.filename)]
    return tuple(sorted(set(without_consequences(found)), key=lambda diagnostic: diagnostic.sort_key))


def unchecked(review: Review, selection: Selection) -> tuple[Unchecked, ...]:
    """What the selected rules could not judge, by code and subject."""
    rules = (rule for rule in all_rules() if rule in selection and rule.applies(review))
    found = {unchecked for rule in rules for unchecked in rule.unchecked(review)}
    return tuple(sorted(found, key=lambda one: (one.code, one.subject, one.reason)))


def _run(review: Review, rule: Rule) -> list[Diagnostic]:
    try:
        return list(rule.findings(review))
    except Exception as error:  # noqa: BLE001 - a fault of one rule must not hide what the others find; it ends in exit code 3
        return [failed_rule(rule, error, review)]
