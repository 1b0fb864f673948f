"""Lettered notes under a table, each reason once, in the order in which it is first needed."""

from string import ascii_lowercase


class Notes:
    """Collects the reasons for marks while a table is being written."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def mark(self, *reasons: str) -> str:
        """The superscript that leads to these reasons; nothing without a reason."""
        letters = [self._letter(reason) for reason in reasons if reason]
        return f"^{','.join(sorted(letters, key=lambda x: (len(x), x)))}^" if letters else ""

    def lines(self) -> tuple[str, ...]:
        """All notes, each behind its letter."""
        return tuple(f"^{letter}^ {reason}" for reason, letter in self._letters.items())

    def _letter(self, reason: str) -> str:
        return self._letters.setdefault(reason, _letter(len(self._letters)))


def _letter(index: int) -> str:
    round_, place = divmod(index, len(ascii_lowercase))
    return (_letter(round_ - 1) if round_ else "") + ascii_lowercase[place]
