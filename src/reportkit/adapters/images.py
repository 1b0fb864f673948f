"""Which images that chapters name are not there."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from reportkit.adapters.files import locate_file
from reportkit.errors import FileAccessError
from reportkit.model.manuscript import Chapter

_ADDRESS = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]+:")


def missing_images(root: Path, chapters: Iterable[Chapter]) -> frozenset[str]:
    """The targets, as written, that are neither addresses nor files beside the chapter or in the project."""
    return frozenset(
        image.target
        for chapter in chapters
        for image in chapter.scan.images
        if not _ADDRESS.match(image.target) and not _is_there(root, chapter.filename, image.target)
    )


def _is_there(root: Path, chapter: str, target: str) -> bool:
    name = unquote(target)
    places = (str(PurePosixPath(chapter).parent / name), name)
    return any(_is_file(root, place) for place in places)


def _is_file(root: Path, relative: str) -> bool:
    try:
        return locate_file(root, relative).is_file()
    except FileAccessError:
        return False
