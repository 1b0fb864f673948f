"""Chapters, as they are written."""

from dataclasses import dataclass

from reportkit.model.location import Location, SourceText, Span
from reportkit.model.tokens import Scan


@dataclass(frozen=True)
class Chapter:
    """One Markdown file: its text, what the scanner found in it, and the flavour it was read in."""

    source: SourceText
    scan: Scan
    flavor: str = "pandoc"

    @property
    def filename(self) -> str:
        """The path relative to the project, with forward slashes."""
        return self.source.filename

    def locate(self, span: Span) -> Location:
        """The location of a span of this chapter."""
        return self.source.locate(span)
