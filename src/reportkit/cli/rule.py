"""`reportkit rule`: what one rule is about."""

import argparse

from reportkit.cli.command import CLEAN, Commands
from reportkit.cli.terminal import show_page
from reportkit.errors import UsageError
from reportkit.formats.rule_pages import rule_page
from reportkit.measures.near import did_you_mean
from reportkit.rules.registry import all_rules, find_rule

_DESCRIPTION = """\
Print the documentation of a rule: what it flags, why that matters, a passage
it flags, one it passes, and how to mend a finding."""

_NOTES = """\
example:
  reportkit rule CIT001

`reportkit rules` lists all rules."""


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add("rule", run, summary="explain a rule", description=_DESCRIPTION, notes=_NOTES)
    parser.add_argument("code", metavar="RULE", help="the code of a rule, such as CIT001, or its name")


def run(arguments: argparse.Namespace) -> int:
    """Print the page of a rule."""
    rule = find_rule(arguments.code)
    if rule is None:
        known = [word for rule in all_rules() for word in (rule.code, rule.name)]
        hint = did_you_mean(arguments.code, known, "`reportkit rules` lists all rules.")
        raise UsageError(f"there is no rule `{arguments.code}`", hint)
    show_page(rule_page(rule))
    return CLEAN
