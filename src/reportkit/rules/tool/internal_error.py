"""A rule or a reader that failed, so that the check is not complete.

## Why it matters

What it would have found is not known. The others went on, their findings stand, and the run ends with exit
code 3.

## Fix

This is a fault of reportkit, not of your review. Report it with the message. Until it is mended, leave a rule
that fails out with `--ignore` and its code; a file that cannot be read for it was read as an empty one.
"""

from dataclasses import replace

from reportkit.model.diagnostic import Diagnostic, Fault, Severity
from reportkit.model.location import Location
from reportkit.model.review import Review
from reportkit.rules.rule import Rule


def failed_rule(rule: Rule, error: Exception, review: Review) -> Diagnostic:
    """The finding for a rule that failed, at the file it failed on where that can be told."""
    message = f"the rule {rule.code} {rule.name} failed at {_told(error)}"
    hint = f"This is a fault of reportkit: report it, and go on with `--ignore {rule.code}`."
    place = Location.top(_culprit(rule, error, review) or review.settings.filename)
    return RULE.diagnostic(place, message, hint, rule.code)


def failed_reading(filename: str, error: Exception) -> Fault:
    """The fault of a file that a reader failed on."""
    message = f"reading this file failed at {_told(error)}"
    hint = "This is a fault of reportkit: report it. The file was read as an empty one."
    return Fault(RULE.code, message, Location.top(filename), hint)


def _told(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals['__name__']}:{trace.tb_lineno}" if trace else "an unknown place"
    return f"{place}: {type(error).__name__}: {error}"


def _culprit(rule: Rule, error: Exception, review: Review) -> str | None:
    """The file that the rule fails on in the same way when it is the only one of its kind, if others pass."""
    for parts in (_by_chapter(review), _by_bibliography(review)):
        failing = [filename for filename, part in parts.items() if _fails(rule, error, part)]
        if failing and (len(failing) < len(parts) or len(parts) == 1):
            return failing[0]
    return None


def _fails(rule: Rule, error: Exception, review: Review) -> bool:
    try:
        list(rule.findings(review))
    except Exception as again:  # noqa: BLE001 - the very failure that is looked for
        return type(again) is type(error)
    return False


def _by_chapter(review: Review) -> dict[str, Review]:
    return {chapter.filename: replace(review, chapters=(chapter,)) for chapter in review.chapters}


def _by_bibliography(review: Review) -> dict[str, Review]:
    whole = review.bibliography
    own = {
        source.filename: tuple(r for r in whole.references if r.source is source) for source in whole.sources
    }
    return {
        filename: replace(review, bibliography=replace(whole, references=references))
        for filename, references in own.items()
    }


RULE = Rule(
    code="RKT005",
    name="internal-error",
    severity=Severity.ERROR,
    needs=frozenset(),
    documentation=__doc__,
)
