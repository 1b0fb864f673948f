"""Chapters: Markdown files named `NN-name.md`, in the order of their numbers."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath, PurePosixPath

from reportkit.adapters.files import list_files, locate_file, read_or_fault
from reportkit.adapters.guard import guarded
from reportkit.errors import FileAccessError
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText
from reportkit.model.tokens import Scan
from reportkit.scanner import scan

_NUMBERED = re.compile(r"([0-9]{1,9})-.+\.md")
_NAME_HINT = "Name it by its place in the document, for example `20-methods.md`."
_FOLDER_HINT = "Create it and write a first chapter, for example `10-introduction.md`."


def chapter_paths(root: Path, folder: str) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The chapters in a folder of the project in reading order, and what is wrong with their names.

    A chapter with a wrong name is still one, so that what else is wrong with it can be told.
    """
    if not locate_file(root, folder).is_dir():
        return (), (_fault(folder, "there is no such folder", _FOLDER_HINT),)
    names = sorted((name for name in list_files(root, folder) if name.lower().endswith(".md")), key=_order)
    if not names:
        return (), (_fault(folder, "the folder has no chapters", _FOLDER_HINT),)
    readable = [name for name in names if name.isprintable()]
    faults = [*_unprintable(folder, names), *_flawed(folder, readable), *_twins(folder, readable)]
    return tuple(str(PurePosixPath(folder, name)) for name in readable), tuple(faults)


def markdown_paths(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """The files that are named, with all Markdown files below the folders that are, each once."""
    found = [path for name in paths for path in _markdown_below(root, name)]
    return tuple(dict.fromkeys(found))


def read_chapters(root: Path, paths: Iterable[str]) -> tuple[tuple[Chapter, ...], tuple[Fault, ...]]:
    """The chapters in these files, each with what the scanner finds in it.

    One that cannot be read keeps its place, without a text.
    """
    files = [read_or_fault(root, path, "RKT008") for path in paths]
    sources = [SourceText(f.location.filename, "") if isinstance(f, Fault) else f for f in files]
    scanned = [guarded(_chapter, source, Chapter(source, Scan())) for source in sources]
    unread = (file for file in files if isinstance(file, Fault))
    failed = (fault for _, faults in scanned for fault in faults)
    return tuple(chapter for chapter, _ in scanned), (*unread, *failed)


def _chapter(source: SourceText) -> tuple[Chapter, tuple[Fault, ...]]:
    return Chapter(source, scan(source.text)), ()


def _order(name: str) -> tuple[float, str]:
    number = _NUMBERED.fullmatch(name)
    return (int(number[1]) if number else float("inf"), unicodedata.normalize("NFC", name))


def _unprintable(folder: str, names: Sequence[str]) -> Iterator[Fault]:
    for name in names:
        if not name.isprintable():
            message = f"the name {name!r} has characters that cannot be printed"
            yield _fault(folder, message.encode("ascii", "backslashreplace").decode(), _NAME_HINT)


def _flawed(folder: str, names: Sequence[str]) -> Iterator[Fault]:
    for name in names:
        path = str(PurePosixPath(folder, name))
        if "{" in name or "}" in name:
            yield _fault(path, "a chapter's name may not hold braces", _NAME_HINT)
        elif name.startswith("-"):
            yield _fault(path, "a chapter's name may not begin with a hyphen", _NAME_HINT)
        elif not _NUMBERED.fullmatch(name):
            yield _fault(path, "a chapter's name has to be a number, a hyphen, words and `.md`", _NAME_HINT)


def _twins(folder: str, names: Sequence[str]) -> Iterator[Fault]:
    """Chapters whose order is open, or that are one file on a machine that ignores case."""
    numbers: dict[float, str] = {}
    folded: dict[str, str] = {}
    for name in names:
        path = str(PurePosixPath(folder, name))
        number, normal = _order(name)
        first = numbers.setdefault(number, name)
        twin = folded.setdefault(normal.casefold(), name)
        if twin != name:
            yield _fault(
                path, f"the name differs from `{twin}` in case or in the coding of accents only", _NAME_HINT
            )
        elif first != name and _NUMBERED.fullmatch(name):
            yield _fault(path, f"`{first}` has the same number", "Give each chapter its own number.")


def _markdown_below(root: Path, name: str) -> list[str]:
    if not locate_file(root, name).exists():
        raise FileAccessError(f"{name}: there is no such file or folder", "Check the spelling.")
    if not (root / name).is_dir():
        return [_relative(root, root / name)]
    below = (root / name).rglob("*.md")
    return sorted(_relative(root, path) for path in below if not _is_hidden(path.relative_to(root / name)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or not part.isprintable() for part in path.parts)


def _relative(root: Path, path: Path) -> str:
    return PurePath(os.path.relpath(path, root)).as_posix()


def _fault(path: str, message: str, hint: str) -> Fault:
    return Fault("RKT008", message, Location.top(path), hint)
