"""The documentation of a rule, read from the docstring of its module.

The first line says what the rule flags. Sections follow under `##` headings. `Flagged` and `Passes` hold a
miniature project: fenced blocks whose info string is a language and a file name. A last block `text` of
`Flagged` holds the findings to expect. `Passes` shows only the files that differ.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\S+)(?: (?P<filename>[^\n]+))?\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)

SECTIONS = ("Why it matters", "Flagged", "Passes", "Known false positives", "Fix")


@dataclass(frozen=True)
class Documentation:
    """A rule's documentation: the first line, and the sections by title."""

    summary: str
    sections: Mapping[str, str]

    @classmethod
    def parse(cls, docstring: str) -> "Documentation":
        """Take a module docstring apart."""
        summary, *parts = _HEADING.split(docstring)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return cls(summary.strip(), {title: text.strip() for title, text in pairs})

    @cached_property
    def flagged(self) -> Mapping[str, str]:
        """The files of a project that the rule flags, by name."""
        return _files(self.sections.get("Flagged", ""))

    @cached_property
    def expected(self) -> tuple[str, ...]:
        """The lines that the check prints about that project."""
        blocks = _BLOCK.finditer(self.sections.get("Flagged", ""))
        return tuple(
            line for block in blocks if not block["filename"] for line in block["text"].splitlines() if line
        )

    @cached_property
    def passes(self) -> Mapping[str, str]:
        """The files of the same project as the rule lets it pass."""
        return {**self.flagged, **_files(self.sections.get("Passes", ""))}


def _files(section: str) -> dict[str, str]:
    return {block["filename"]: block["text"] for block in _BLOCK.finditer(section) if block["filename"]}
