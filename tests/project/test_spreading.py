"""Work is shared by processes, and nothing of it is lost."""

import os

import pytest

from reportkit.project import spreading
from reportkit.project.spreading import spread

SUBJECTS = range(7)


def _square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("cores", [1, 2, 3, 9])
def test_every_answer_comes_once(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    """However many cores there are, the answers are those of `map`."""
    monkeypatch.setattr(spreading, "cores", lambda: cores)
    assert sorted(spread(_square, SUBJECTS)) == [_square(number) for number in SUBJECTS]


def test_a_process_that_dies_costs_time_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process did not answer is done by this one."""
    here = os.getpid()

    def answer(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return _square(number)

    monkeypatch.setattr(spreading, "cores", lambda: 2)
    assert sorted(spread(answer, SUBJECTS)) == [_square(number) for number in SUBJECTS]
