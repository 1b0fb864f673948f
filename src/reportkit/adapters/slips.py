"""Words that were probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def slip_hint(word: str, known: Iterable[str]) -> str:
    """The question whether a known word was meant, where one is near enough to ask."""
    near = get_close_matches(word, list(known), 1, 0.75)
    return f"Did you mean `{near[0]}`?" if near else ""
