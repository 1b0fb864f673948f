"""Texts that are named, or that lie below a folder that is."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath

from reportkit.adapters.bystanders import for_visitors, made_folders
from reportkit.adapters.files import access_error, locate_file
from reportkit.adapters.flavors import SUFFIXES, is_manuscript, is_part
from reportkit.adapters.observed import observe
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location


def markdown_paths(root: Path, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The files that are named, with all texts below the folders that are, each once.

    What Quarto or knitr makes is no source, and what only visitors of a repository read has to be named where
    there are other texts. A name that cannot be printed cannot be shown with a finding: it is one itself.
    """
    closed: list[OSError] = []
    found = list(dict.fromkeys(path for name in names for path in _texts_below(root, name, closed)))
    hidden = (unprintable(*os.path.split(path)) for path in found if not path.isprintable())
    unread = (_closed(root, error) for error in closed)
    return tuple(path for path in found if path.isprintable()), (*hidden, *unread)


def unprintable(folder: str, name: str) -> Fault:
    """The finding for a text that is not read because of its name."""
    shown = f"{name!r}".encode("ascii", "backslashreplace").decode()
    where = folder if folder.isprintable() and folder else "."
    message = f"the name {shown} has characters that cannot be printed"
    return Fault("RKT008", message, Location.top(where), "Rename it, so that findings can name it.")


def _closed(root: Path, error: OSError) -> Fault:
    """The finding for a folder that cannot be looked into."""
    told = access_error("", error)
    folder = _relative(root, Path(error.filename))
    where = folder if folder.isprintable() else "."
    return Fault("RKT008", told.message.removeprefix(": "), Location.top(where), told.hint)


def _texts_below(root: Path, name: str, closed: list[OSError]) -> list[str]:
    if not locate_file(root, name).exists():
        raise FileAccessError(f"{name}: there is no such file or folder", "Check the spelling.")
    if not (root / name).is_dir():
        return [_relative(root, root / name)]
    found = list(_walk(root / name, closed))
    folders = made_folders(root, found)
    files = [path for path in found if path.suffix.lower() in SUFFIXES]
    made = {path.with_suffix(".md") for path in files if path.suffix != ".md"}
    sources = [path for path in files if path not in made and folders.isdisjoint(path.parents)]
    asked = [path for path in sources if not for_visitors(path)] or sources
    return sorted(_parts(root, (_relative(root, path) for path in asked)))


def _parts(root: Path, names: Iterable[str]) -> Iterator[str]:
    """The texts but for those that lie in a manuscript of Manubot and are no part of it."""
    manuscripts: dict[PurePosixPath, bool] = {}
    for name in names:
        path = PurePosixPath(name)
        if path.parent not in manuscripts:
            manuscripts[path.parent] = is_manuscript(root, path.parent)
        if is_part(path.name) or not manuscripts[path.parent]:
            yield name


def _walk(top: Path, closed: list[OSError]) -> Iterator[Path]:
    """What lies below a folder, without what is hidden; a folder may well be named like a chapter."""
    for folder, folders, names in os.walk(top, onerror=closed.append):
        observe(Path(folder))
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in (*folders, *names) if not name.startswith("."))


def _relative(root: Path, path: Path) -> str:
    return PurePath(os.path.relpath(path, root)).as_posix()
