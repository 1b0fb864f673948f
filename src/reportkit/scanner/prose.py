"""Prose while it is put together from what is visible."""

from dataclasses import dataclass, field

from reportkit.model.offsets import Offsets, runs_of
from reportkit.model.tokens import Prose, ProseKind
from reportkit.scanner.nodes import Visible


@dataclass(slots=True)
class ProseBuilder:
    """Characters and where they stand, in the order of reading."""

    parts: list[str] = field(default_factory=list)
    runs: list[range] = field(default_factory=list)

    def add(self, visible: Visible) -> None:
        """Appends what the reader sees next."""
        self.parts.append(visible.text)
        self.runs += runs_of(visible.origins)

    def extend(self, words: "ProseBuilder") -> None:
        """Appends what was put together apart."""
        self.parts += words.parts
        self.runs += words.runs

    def prose(self, kind: ProseKind) -> Prose:
        """What was added, without space around it."""
        text = "".join(self.parts)
        start = len(text) - len(text.lstrip())
        stop = max(start, len(text.rstrip()))
        return Prose(kind, text[start:stop], Offsets(self.runs)[start:stop])
