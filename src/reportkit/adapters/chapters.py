"""Chapters: Markdown files named `NN-name.md`, in the order of their numbers, or whatever is named."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from reportkit.adapters.files import list_files, locate_file, read_or_fault
from reportkit.adapters.flavors import flavors
from reportkit.adapters.guard import guarded
from reportkit.adapters.texts import unprintable
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText
from reportkit.model.tokens import Scan
from reportkit.scanner import scan

_NUMBERED = re.compile(r"([0-9]{1,9})-.+\.md")
_KEPT = 512  # chapters in memory, for programs that check again and again
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
    hidden = [unprintable(folder, name) for name in names if not name.isprintable()]
    faults = [*hidden, *_flawed(folder, readable), *_twins(folder, readable)]
    return tuple(str(PurePosixPath(folder, name)) for name in readable), tuple(faults)


def read_chapters(
    root: Path, paths: Iterable[str], flavor: str = ""
) -> tuple[tuple[Chapter, ...], tuple[Fault, ...]]:
    """The chapters in these files, each with what the scanner finds in it.

    Their names and the project around them tell the flavour. One that cannot be read keeps its place, without
    a text.
    """
    files = [read_or_fault(root, path, "RKT008") for path in paths]
    sources = [SourceText(f.location.filename, "") if isinstance(f, Fault) else f for f in files]
    told = {} if flavor else flavors(root, (source.filename for source in sources))
    scanned = [
        guarded(partial(_chapter, told.get(source.filename, flavor)), source, Chapter(source, Scan()))
        for source in sources
    ]
    unread = (file for file in files if isinstance(file, Fault))
    failed = (fault for _, faults in scanned for fault in faults)
    return tuple(chapter for chapter, _ in scanned), (*unread, *failed)


def _chapter(flavor: str, source: SourceText) -> tuple[Chapter, tuple[Fault, ...]]:
    return Chapter(source, _scanned(source.text, flavor), flavor), ()


@lru_cache(_KEPT)
def _scanned(text: str, flavor: str) -> Scan:
    """What the scanner finds; while the text stays the same, it is not read again."""
    return scan(text, flavor)


def is_numbered(name: str) -> bool:
    """Whether a file is named like a chapter."""
    return _NUMBERED.fullmatch(PurePosixPath(name).name) is not None


def _order(name: str) -> tuple[float, str]:
    number = _NUMBERED.fullmatch(name)
    return (int(number[1]) if number else float("inf"), unicodedata.normalize("NFC", name))


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


def _fault(path: str, message: str, hint: str) -> Fault:
    return Fault("RKT008", message, Location.top(path), hint)
