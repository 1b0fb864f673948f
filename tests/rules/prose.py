"""One chapter and a few rows, as a review that rules can look at."""

from collections.abc import Iterator

from reportkit.formats.findings.text import line
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.evidence import Evidence, Result
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.rules.registry import all_rules
from reportkit.scanner import scan


def review(text: str, *rows: Result, settings: Settings | None = None) -> Review:
    """The chapter `10.md` with this text, and an evidence database with these rows."""
    chapter = Chapter(SourceText("10.md", text), scan(text))
    return Review(settings or Settings(), (chapter,), evidence=Evidence(results=rows))


def findings(code: str, text: str, *rows: Result, settings: Settings | None = None) -> Iterator[Diagnostic]:
    """What one rule finds there."""
    rule = next(rule for rule in all_rules() if rule.code == code)
    return rule.check(review(text, *rows, settings=settings))


def lines(code: str, text: str, *rows: Result, settings: Settings | None = None) -> list[str]:
    """The findings as they are printed, without the code."""
    found = findings(code, text, *rows, settings=settings)
    return [line(diagnostic).replace(f" {code} ", " ") for diagnostic in found]


def mended(code: str, text: str, *rows: Result) -> str:
    """The chapter after the fixes of the first finding."""
    fix = next(findings(code, text, *rows)).fix
    assert fix is not None
    source = SourceText("10.md", text)
    for edit in sorted(fix.edits, key=lambda edit: edit.location, reverse=True):
        start, end = source.offset(edit.location.start), source.offset(edit.location.end)
        text = text[:start] + edit.content + text[end:]
    return text
