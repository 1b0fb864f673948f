"""Which sources a request is about: a project, some of its files, or texts that belong to none."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reportkit.adapters.chapters import is_numbered
from reportkit.adapters.files import is_file
from reportkit.adapters.front_matter import named_by_books, named_by_documents
from reportkit.adapters.observed import observe_name
from reportkit.adapters.texts import markdown_paths
from reportkit.errors import UsageError
from reportkit.model.bibliography import Bibliography
from reportkit.model.review import Review
from reportkit.project.bibliographies import needs_bibliography
from reportkit.project.load import load_review
from reportkit.project.request import Request

_WHERE = "Run this in the review's folder, name that folder with `--root`, or name files to check."


@dataclass(frozen=True, slots=True)
class Sources:
    """A review, the folder that its file names start from, and the files that are asked for.

    `selective` says that the review has other files, whose findings are not asked for.
    """

    root: Path
    review: Review
    files: tuple[str, ...]
    selective: bool = False


def read_sources(request: Request) -> Sources:
    """Read what is asked for; paths within a project choose from it, others are a text of their own.

    In a folder that is no review all texts below it are asked for. The bibliography of a book is not where
    only some of its chapters are.
    """
    root, paths, bibliography = _names(request)
    project = load_review(root, bibliography=bibliography or None, flavor=request.flavor)
    known = _files(root, project)
    is_review = bool(paths) or _is_review(project)
    if not is_review:
        paths = ["."] if any(markdown_paths(root, ["."])) else _lone(project, known)
    if not known and not paths:
        raise UsageError(f"there is no review in {request.root.absolute()}", _WHERE)
    chosen = tuple(name for name in known if any(_covers(path, name) for path in paths))
    if not paths:
        return Sources(root, project, known)
    if is_review and project.chapters and all(any(_covers(path, name) for name in chosen) for path in paths):
        return Sources(root, project, chosen, selective=True)
    review = _text(root, paths, bibliography, request.flavor)
    files = _files(root, review)
    own = {*bibliography, *(n.bibliography for n in named_by_documents(root, review.chapters))}
    shared = {n.bibliography for n in named_by_books(root, review.chapters)} - own
    asked = tuple(name for name in files if name not in shared or any(_covers(path, name) for path in paths))
    return Sources(root, review, asked, selective=asked != files)


def _is_review(project: Review) -> bool:
    """Whether somebody has written settings, keeps evidence, or numbered most chapters."""
    numbered = [is_numbered(chapter.filename) for chapter in project.chapters]
    written = bool(project.settings.source.text) or project.evidence is not None
    return written or sum(numbered) > len(numbered) / 2


def _lone(project: Review, known: Iterable[str]) -> list[str]:
    """The bibliographies of a folder that has nothing else."""
    return [name for name in known if name.endswith(".bib")] if project.evidence is None else []


def _files(root: Path, review: Review) -> tuple[str, ...]:
    """The names of all files of a review, sorted."""
    read = {source.filename for source in review.sources}
    stumbled_over = {fault.location.filename for fault in review.all_faults}
    return tuple(sorted(name for name in read | stumbled_over if is_file(root, name)))


def _names(request: Request) -> tuple[Path, list[str], list[str]]:
    """The folder to start from, and the paths and bibliographies as seen from there.

    That is the root, unless something lies outside of it: then it is the folder that holds all.
    """
    for path in (*request.paths, *request.bibliography):
        observe_name(path)
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder", "Check the spelling.")
    for path in request.bibliography:
        if not str(path).isprintable():
            raise UsageError(f"{str(path)!r} has characters that cannot be printed", "Rename the file.")
    root = request.root.resolve()
    places = [_place(root, path) for path in (*request.paths, *request.bibliography)]
    if not all(place.is_relative_to(root) for place in places):
        root = Path(os.path.commonpath([place if place.is_dir() else place.parent for place in places]))
    names = [place.relative_to(root).as_posix() for place in places]
    return root, sorted(names[: len(request.paths)]), names[len(request.paths) :]


def _place(root: Path, path: Path) -> Path:
    """Where a path leads; a link that lies in the project and leads out of it stays what it is."""
    place, link = path.resolve(), path.parent.resolve() / path.name
    leaves = path.is_symlink() and link.is_relative_to(root) and not place.is_relative_to(root)
    return link if leaves else place


def _covers(path: str, name: str) -> bool:
    return path in {name, "."} or name.startswith(f"{path}/")


def _text(root: Path, paths: Iterable[str], bibliography: Iterable[str], flavor: str) -> Review:
    """A text of its own; one that cites nothing needs no bibliography."""
    named = [*bibliography, *(path for path in paths if path.endswith(".bib"))]
    chapters = [path for path in paths if not path.endswith(".bib")]
    review = load_review(root, bibliography=named or None, chapters=chapters, flavor=flavor)
    if named or needs_bibliography(review.chapters):
        return review
    return replace(review, bibliography=Bibliography())
