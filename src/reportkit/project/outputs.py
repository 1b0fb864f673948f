"""Writing what a command produces."""

from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.files import access_error, write_atomically


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, into a folder that is made where it is missing."""
    _make_folder(path.parent)
    write_atomically(path, content.encode() if isinstance(content, str) else content)


def write_outputs(folder: Path, contents: Mapping[str, str]) -> None:
    """Write files into a folder, which is there afterwards even where there is nothing to write."""
    _make_folder(folder)
    for name, content in sorted(contents.items()):
        write_output(folder / name, content)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise access_error(str(folder), error) from error
