"""Writing what a command produces."""

from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.files import access_error, write_atomically


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, into a folder that is made where it is missing.

    A device or pipe, such as `/dev/null`, is written to and never replaced by a file.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_into(path, data)
        return
    _make_folder(path.parent)
    write_atomically(path, data)


def write_outputs(folder: Path, contents: Mapping[str, str]) -> None:
    """Write files into a folder, which is there afterwards even where there is nothing to write."""
    _make_folder(folder)
    for name, content in sorted(contents.items()):
        write_output(folder / name, content)


def _write_into(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise access_error(str(path), error) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise access_error(str(folder), error) from error
