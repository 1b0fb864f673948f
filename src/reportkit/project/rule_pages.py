"""The documentation of all rules as files."""

from pathlib import Path

from reportkit.formats.rule_pages import rule_index, rule_page
from reportkit.project.outputs import write_output
from reportkit.rules.registry import all_rules


def rule_pages() -> dict[str, str]:
    """File name to text: one page for each rule, and the index."""
    rules = all_rules()
    return {"README.md": rule_index(rules), **{f"{rule.code}.md": rule_page(rule) for rule in rules}}


def write_rule_pages(folder: Path) -> None:
    """Write the pages into a folder."""
    for name, text in rule_pages().items():
        write_output(folder / name, text)
