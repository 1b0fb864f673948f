"""Prose while it is put together from what is visible."""

from dataclasses import dataclass, field

from reportkit.model.tokens import Prose, ProseKind
from reportkit.scanner.nodes import Visible


@dataclass(slots=True)
class ProseBuilder:
    """Characters and where they stand, in the order of reading."""

    parts: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def add(self, visible: Visible) -> None:
        """Appends what the reader sees next."""
        self.parts.append(visible.text)
        self.origins += visible.origins

    def extend(self, words: "ProseBuilder") -> None:
        """Appends what was put together apart."""
        self.parts += words.parts
        self.origins += words.origins

    def prose(self, kind: ProseKind) -> Prose:
        """What was added, without space around it."""
        text = "".join(self.parts)
        start = len(text) - len(text.lstrip())
        stop = max(start, len(text.rstrip()))
        return Prose(kind, text[start:stop], tuple(self.origins[start:stop]))
