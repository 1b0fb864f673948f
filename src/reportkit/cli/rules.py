"""`reportkit rules`: all rules, as a list or as pages."""

import argparse
import sys
from pathlib import Path

from reportkit.cli.command import CLEAN, Commands
from reportkit.project.rule_pages import write_rule_pages
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import all_rules

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
    for rule in all_rules():
        preview = " (preview)" if rule.preview else "" if rule.by_default else " (when selected)"
        summary = Documentation.parse(rule.documentation).summary
        sys.stdout.write(f"{rule.code}  {rule.severity:<7}  {rule.name}{preview}: {summary}\n")
    return CLEAN
