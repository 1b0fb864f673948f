"""Texts of sources, kept by authors beside the review and never part of it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The text of one source as it was read; `digest` is the SHA-256 of its bytes."""

    filename: str
    text: str
    digest: str


class Standing(StrEnum):
    """How the words of a result stand in the text of its source."""

    FOUND = "found"
    MISSING = "missing"
    NO_TEXT = "no text"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a result and whether the text of its source has them."""

    result: str
    source: str
    words: str
    standing: Standing
    filename: str = ""
