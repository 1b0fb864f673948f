"""Reading the project's text files and writing its products, whole or not at all."""

import errno
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import MappingProxyType

from reportkit.adapters.codings import decoded
from reportkit.adapters.observed import observe, observe_name
from reportkit.adapters.reach import reaches
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, Position, SourceText

_REASONS = {
    errno.ENOENT: ("there is no such file or folder", "Check the spelling, or create it first."),
    errno.EACCES: ("permission denied", "Check who may read and write this place."),
    errno.EPERM: ("permission denied", "Check who may read and write this place."),
    errno.EROFS: ("this place is read-only", "Choose a place that can be written to."),
    errno.ENOSPC: ("the disk is full", "Free some space and run the same command again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and run the same command again."),
    errno.EFBIG: ("the file size limit is reached", "Raise the limit (`ulimit -f`) and run it again."),
    errno.EISDIR: ("this is a folder, not a file", "Rename or remove the folder."),
    errno.ENOTDIR: ("a part of this path is a file, not a folder", "Check the path."),
    errno.ELOOP: ("symbolic links lead in a circle", "Replace the link by the file itself."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
}

_LINE_END = re.compile(rb"(\r\n|\n|\r)")


# Far more than a book: what is larger was made by a program, and would take minutes and gigabytes.
_LARGEST = 20_000_000


def access_error(name: str, error: OSError) -> FileAccessError:
    """The same trouble in one plain line, with what to do about it."""
    reason, hint = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
    return FileAccessError(f"{name}: {reason}", hint)


@contextmanager
def access(name: str) -> Iterator[None]:
    """Around reading or writing: trouble with the file becomes one plain line that names it."""
    try:
        yield
    except OSError as error:
        raise access_error(name, error) from error


def locate_file(root: Path, relative: str) -> Path:
    """The place of a file that lies in the project; links that lead out are refused, not followed."""
    try:
        path = Path(os.path.realpath(root / relative))
        inside = reaches(root, path)
        (observe if inside else observe_name)(root / relative)
        path.exists()
    except ValueError as error:  # a NUL character in the name
        raise FileAccessError(f"{relative!r}: {error}") from error
    except OSError as error:  # a name that no file can have
        raise access_error(relative, error) from error
    if not inside:
        raise FileAccessError(f"{relative}: lies outside the project", "Keep all sources inside the project.")
    return path


def has_name(root: Path, relative: str) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    observe_name(root / relative)
    return os.path.lexists(root / relative)


def is_file(root: Path, relative: str) -> bool:
    """Whether a file of the project has this name; nobody looks outside of it."""
    try:
        return locate_file(root, relative).is_file()
    except FileAccessError:
        return False


def read_source(root: Path, relative: str) -> SourceText | Fault:
    r"""The text of a file of the project, or what keeps its bytes from being text.

    A byte order mark is dropped and every line end is `\n` in what is returned.
    """
    path = locate_file(root, relative)
    if path.exists() and not path.is_file():
        raise FileAccessError(f"{relative}: this is not a file", "Rename or remove what has this name.")
    with access(relative):
        content = _content(path)
    if len(content) > _LARGEST:
        size = f"{len(content) // 1_000_000} MB, and no file of more than {_LARGEST // 1_000_000} MB is read"
        raise FileAccessError(f"{relative}: the file has {size}", "Split it, or take out what is no text.")
    try:
        text = _unified(content.decode())
    except UnicodeDecodeError as error:
        return _not_text(relative, content, error.start, f"byte 0x{content[error.start]:02X} is not UTF-8")
    if "\0" in text:
        return _not_text(relative, content, content.index(0), "a NUL byte is not text")
    return SourceText(relative, text, _crlf_rows(content))


def read_bytes(path: Path) -> bytes:
    """The content of a file, such as one that an earlier step has made."""
    with access(str(path)):
        return _content(path)


_drafts: ContextVar[Mapping[Path, bytes]] = ContextVar("_drafts", default=MappingProxyType({}))


@contextmanager
def drafts(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Around reading: these files are read as if they were written already."""
    token = _drafts.set(contents)
    try:
        yield
    finally:
        _drafts.reset(token)


def _content(path: Path) -> bytes:
    observe(path)
    draft = _drafts.get().get(path)
    return path.read_bytes() if draft is None else draft


def read_text(path: Path) -> str:
    """The text of a file that is no source of the review, such as a template."""
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise FileAccessError(f"{path}: the file is not UTF-8 text", "Save the file as UTF-8.") from error


def read_or_fault(root: Path, relative: str, code: str) -> SourceText | Fault:
    """The text of a file, or a fault of this code that says why there is none."""
    try:
        return read_source(root, relative)
    except FileAccessError as error:
        message = error.message.removeprefix(f"{relative}: ")
        return Fault(code, message, Location.top(relative), error.hint)


def read_leniently(root: Path, relative: str, code: str) -> tuple[SourceText | None, tuple[Fault, ...]]:
    """The text of a file, even of one that is not UTF-8, and what is wrong with it."""
    file = read_or_fault(root, relative, code)
    if isinstance(file, SourceText):
        return file, ()
    if file.code == code:
        return None, (file,)
    return SourceText(relative, _unified(decoded(_content(locate_file(root, relative))))), (file,)


def list_files(root: Path, folder: str) -> tuple[str, ...]:
    """The sorted names of what lies in a folder of the project; hidden files do not count."""
    with access(folder):
        names = sorted(path.name for path in locate_file(root, folder).iterdir())
    return tuple(name for name in names if not name.startswith("."))


def _crlf_rows(content: bytes) -> frozenset[int]:
    r"""The rows that end with `\r\n` where others end with `\n`."""
    if content.count(b"\r\n") in {0, content.count(b"\n")}:
        return frozenset()
    lines = _LINE_END.split(content)
    return frozenset(row for row, end in enumerate(lines[1::2], 1) if end == b"\r\n")


def _unified(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _not_text(relative: str, content: bytes, offset: int, reason: str) -> Fault:
    before = _unified(content[:offset].decode())
    place = SourceText(relative, before).position(len(before))
    return Fault(
        "RKT007",
        f"the file is not UTF-8 text: {reason}",
        Location(relative, place, Position(place.row, place.column + 1)),
        "Save the file as UTF-8 in the editor.",
    )


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or, complete, the new one."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".reportkit-{secrets.token_hex(8)}.tmp")
    with access(str(path)):
        try:
            _write_through(temporary, content)
            if target.exists():
                temporary.chmod(target.stat().st_mode)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
