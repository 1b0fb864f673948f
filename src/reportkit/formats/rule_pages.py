"""The documentation pages of rules, as Markdown."""

from collections.abc import Iterable

from reportkit.rules.documentation import Documentation
from reportkit.rules.rule import Rule

_FIXES = {None: "none", "safe": "applied by `reportkit fix`", "unsafe": "only suggested"}

_ABOUT = """\
The page of each rule shows a small project that the rule flags, with its findings, and what it lets pass;
tests run both. Of `evidence/results.csv` only the columns that hold something are shown, and an empty listing
stands for a file that is not there."""


def rule_page(rule: Rule) -> str:
    """One rule: its facts, then what its module says about it."""
    documentation = Documentation.parse(rule.documentation)
    needs = ", ".join(sorted(rule.needs)) or "nothing"
    facts = (
        f"Severity: {rule.severity} · Fix: {_FIXES[rule.fix]} · Looks at: {needs} "
        f"· Risk of false positives: {rule.risk}"
    )
    sections = [f"## {title}\n\n{text}" for title, text in documentation.sections.items()]
    return (
        "\n\n".join([f"# {rule.code} {rule.name}", documentation.summary, facts, when(rule), *sections])
        + "\n"
    )


def when(rule: Rule) -> str:
    """In which checks a rule takes part."""
    if rule.preview:
        return "In preview: runs only when it is selected by its code."
    return "Runs by default." if rule.by_default else "Runs when it is selected, by its code or its group."


def rule_index(rules: Iterable[Rule]) -> str:
    """All rules in one table, each with a link to its page."""
    lines = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_FIXES[rule.fix]} "
        f"| {Documentation.parse(rule.documentation).summary} |"
        for rule in rules
    ]
    head = ["# Rules", "", _ABOUT, "", "| Code | Name | Severity | Fix | Flags |", "|---|---|---|---|---|"]
    return "\n".join([*head, *lines]) + "\n"
