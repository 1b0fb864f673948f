"""`reportkit rules`: all rules, as a list or as pages."""

import argparse
from pathlib import Path

from reportkit.cli.command import CLEAN, Commands
from reportkit.cli.terminal import show
from reportkit.project.rule_pages import write_rule_pages
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import all_rules
from reportkit.rules.rule import Rule

_DESCRIPTION = """\
List every rule: its code, what a finding weighs, and what it flags."""

_NOTES = """\
examples:
  reportkit rules
  reportkit rules --write docs/rules    write a page for each rule, and an index"""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("rules", run, summary="list all rules", description=_DESCRIPTION, notes=_NOTES)
    parser.add_argument(
        "--write", type=Path, metavar="DIR", help="write the documentation into this folder instead"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one line per rule, or write the pages."""
    if arguments.write:
        write_rule_pages(arguments.write)
        return CLEAN
    show("".join(map(_line, all_rules())))
    return CLEAN


def _line(rule: Rule) -> str:
    preview = " (preview)" if rule.preview else "" if rule.by_default else " (when selected)"
    summary = Documentation.parse(rule.documentation).summary
    return f"{rule.code}  {rule.severity:<7}  {rule.name}{preview}: {summary}\n"
