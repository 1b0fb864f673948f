"""What a check looks at on the disk, so that what it found holds until any of that changes."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_UNREAD = ", unread"

_seen: ContextVar[dict[str, str] | None] = ContextVar("_seen", default=None)


@contextmanager
def observing() -> Iterator[dict[str, str]]:
    """Around a check: the places that are looked at, each with its state just before."""
    seen: dict[str, str] = {}
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


def observe(path: Path) -> None:
    """Note the state of a place that is about to be looked at.

    What changes between this and the look is seen at the next check: the state is then another one.
    """
    seen = _seen.get()
    if seen is not None and _is_open(seen.get(name := _name(path), _UNREAD)):
        seen[name] = state(name)


def observe_name(path: Path) -> None:
    """Note whether anything has a name, and where it leads; what is in it may be nobody's business."""
    seen = _seen.get()
    if seen is not None and (name := _name(path)) not in seen:
        seen[name] = _bare_state(name)


def holds(name: str, before: str) -> bool:
    """Whether the state of a place is what it was; a link is followed only to where it led."""
    if _is_open(before):
        return _bare_state(name) == before
    return before.startswith(f"{os.path.realpath(name)}: ") and state(name) == before


def state(name: str) -> str:
    """The content of a file, the names in a folder or what else is there, and where links lead."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - a thousand of these count
        if stat.S_ISREG(mode):
            what = _digest(name)
        elif stat.S_ISDIR(mode):
            what = _listing(name)
        else:
            what = "neither file nor folder"
    except (OSError, ValueError) as error:
        what = type(error).__name__
    return f"{os.path.realpath(name)}: {what}"


def _bare_state(name: str) -> str:
    there = "there" if os.path.lexists(name) else "not there"
    return f"{os.path.realpath(name)}: {there}{_UNREAD}"


def _is_open(seen: str) -> bool:
    """Whether a state says nothing of a place but its name."""
    return seen.endswith(_UNREAD)


def _name(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - links stay links


def _digest(name: str) -> str:
    with open(name, "rb") as file:  # noqa: PTH123 - the same
        return hashlib.file_digest(file, "sha256").hexdigest()


def _listing(name: str) -> str:
    """What lies in a folder, but for hidden files, which are never read."""
    with os.scandir(name) as entries:
        return "/".join(sorted(entry.name for entry in entries if not entry.name.startswith(".")))
