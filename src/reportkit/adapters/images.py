"""Images that chapters name: where they are, and which are not there."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from reportkit.adapters.files import locate_file
from reportkit.errors import FileAccessError
from reportkit.model.chapter import Chapter

_ADDRESS = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]+:")


def missing_images(root: Path, chapters: Iterable[Chapter]) -> frozenset[str]:
    """The targets, as written, that are neither addresses nor files beside the chapter or in the project."""
    return frozenset(
        image.target
        for chapter in chapters
        for image in chapter.scan.images
        if not _ADDRESS.match(image.target) and find_image(root, chapter.filename, image.target) is None
    )


def find_image(root: Path, chapter: str, target: str) -> Path | None:
    """The file that a chapter names, beside it or else in the project; `%20` in a target is a blank."""
    name = unquote(target)
    places = (str(PurePosixPath(chapter).parent / name), name)
    return next((path for place in places if (path := _file(root, place))), None)


def _file(root: Path, relative: str) -> Path | None:
    try:
        path = locate_file(root, relative)
    except FileAccessError:
        return None
    return path if path.is_file() else None
