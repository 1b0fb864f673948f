"""Work that the cores of a machine share, where there is enough of it to be worth a second process."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")


def cores() -> int:
    """How many processes can run at once that know what this one knows; only Linux makes them safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def spread(work: Callable[[_Subject], _Answer], subjects: Iterable[_Subject]) -> Iterable[_Answer]:
    """What `map` gives, in another order; what a process cannot finish is done here."""
    asked, many = tuple(subjects), cores()
    shares = [asked[core::many] for core in range(many)]
    helped = [(share, _helper(work, share)) for share in shares[1:]]
    yield from map(work, shares[0])
    for share, answers in helped:
        try:
            yield from answers.recv()
        except EOFError:
            yield from map(work, share)


def _helper(work: Callable[[Any], Any], share: Sequence[Any]) -> "Connection":
    """Where the answers of another process will arrive."""
    from multiprocessing import get_context  # noqa: PLC0415 - slow to load, and seldom worth it

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    context.Process(target=_answer, args=(sender, work, share), daemon=True).start()
    sender.close()
    return receiver


def _answer(sender: "Connection", work: Callable[[Any], Any], share: Sequence[Any]) -> None:
    sender.send([work(subject) for subject in share])
