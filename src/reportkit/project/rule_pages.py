"""The documentation of all rules as files."""

from pathlib import Path

from reportkit.adapters.outputs import write_outputs
from reportkit.formats.rule_pages import rule_index, rule_page
from reportkit.rules.registry import all_rules


def rule_pages() -> dict[str, str]:
    """File name to text: one page for each rule, and the index."""
    rules = all_rules()
    return {"README.md": rule_index(rules), **{f"{rule.code}.md": rule_page(rule) for rule in rules}}


def write_rule_pages(folder: Path) -> None:
    """Write the pages into a folder."""
    write_outputs(folder, rule_pages())
