"""Writing what a command produces."""

from pathlib import Path

from reportkit.adapters.files import access_error, write_atomically


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, into a folder that is made where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise access_error(str(path.parent), error) from error
    write_atomically(path, content.encode() if isinstance(content, str) else content)
