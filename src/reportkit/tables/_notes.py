"""Lettered notes under a table, each reason once, in the order in which it is first needed."""

from collections.abc import Iterable

from reportkit.measures.numerals import letters
from reportkit.model.certainty import MACHINE

_BY_MACHINE = "Judgements marked \\* were proposed by a machine and have not been confirmed by a person."


class Notes:
    """Collects the reasons for marks while a table is being written."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def mark(self, *reasons: str) -> str:
        """The superscript that leads to these reasons; nothing without a reason."""
        marks = [self._letter(reason) for reason in reasons if reason]
        return f"^{','.join(sorted(marks, key=lambda mark: (len(mark), mark)))}^" if marks else ""

    def lines(self) -> tuple[str, ...]:
        """All notes, each behind its letter."""
        return tuple(f"^{letter}^ {reason}" for reason, letter in self._letters.items())

    def _letter(self, reason: str) -> str:
        return self._letters.setdefault(reason, letters(len(self._letters)))


def who_judged(judges: Iterable[str]) -> tuple[str, ...]:
    """What the mark on a machine's judgements means, where there is any."""
    return (_BY_MACHINE,) if MACHINE in set(judges) else ()
