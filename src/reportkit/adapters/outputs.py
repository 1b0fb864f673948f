"""Writing what a command produces."""

from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.files import access, write_atomically


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, into a folder that is made where it is missing.

    A device or pipe, such as `/dev/null`, is written to and never replaced by a file.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file() and not path.is_dir():
        with access(str(path)):
            path.write_bytes(data)
        return
    _make_folder(path.parent)
    write_atomically(path, data)


def write_outputs(folder: Path, contents: Mapping[str, str]) -> None:
    """Write files into a folder, which is there afterwards even where there is nothing to write."""
    _make_folder(folder)
    for name, content in sorted(contents.items()):
        write_output(folder / name, content)


def _make_folder(folder: Path) -> None:
    with access(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
