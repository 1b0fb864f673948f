"""Findings and pages for a person at a terminal: the same words, in colour."""

import re
import sys
from collections.abc import Callable
from functools import partial

from reportkit.cli.command import colour
from reportkit.model.diagnostic import Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
# A place or a number at the beginning of a line, and the code behind it.
_HEAD = re.compile(r"^(\S.*?:\d+:\d+: | +\d+:\d+ +| *\d+ +|)([A-Z]{3}\d{3})(?=\b)", re.MULTILINE)
_MARK = re.compile(r"^( *\| +)(\^+)$", re.MULTILINE)


def severity_of_rule(code: str) -> Severity | None:
    """What the findings of a rule weigh, None where there is no such rule."""
    from reportkit.rules.registry import find_rule  # noqa: PLC0415 - slow to load, and not always needed

    rule = find_rule(code)
    return rule.severity if rule else None


SeverityOf = Callable[[str], Severity | None]


def show(text: str, severity_of: SeverityOf = severity_of_rule) -> None:
    """Write lines as they are, or in colour to a terminal."""
    sys.stdout.write(coloured(text, severity_of) if colour(sys.stdout) else text)


def show_page(text: str) -> None:
    """Write Markdown as it is, or laid out to a terminal."""
    if not colour(sys.stdout):
        sys.stdout.write(text)
        return
    from rich.console import Console  # noqa: PLC0415 - slow to load, and only where somebody looks
    from rich.markdown import Markdown  # noqa: PLC0415 - the same

    Console().print(Markdown(text))


def coloured(text: str, severity_of: SeverityOf = severity_of_rule) -> str:
    """Places in bold, codes in the colour of their weight."""
    return _MARK.sub(_marked, _HEAD.sub(partial(_headed, severity_of), text))


def _headed(severity_of: SeverityOf, line: re.Match[str]) -> str:
    severity = severity_of(line[2])
    if severity is None:
        return line[0]
    place = f"\033[1m{line[1]}\033[0m" if line[1].strip() else line[1]
    return f"{place}\033[{_COLOURS[severity]}m{line[2]}\033[0m"


def _marked(line: re.Match[str]) -> str:
    return f"{line[1]}\033[1m{line[2]}\033[0m"
