"""The folder with the texts of sources, and `snapshots.json`, which remembers what they were.

A text belongs to the source whose key is its name (`reed2020.txt`), or under whose key its digest stands in
`snapshots.json`: an object with citation keys as names and SHA-256 digests as values.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.files import access, locate_file, read_source, write_atomically
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Fault
from reportkit.model.snapshots import Snapshot

_HINT = "Keep the text of each source there as a text file named by its citation key: `reed2020.txt`."


def read_snapshots(folder: Path) -> tuple[Snapshot, ...]:
    """Every text in a folder, by name; what is no UTF-8 is read as far as it can be."""
    if not folder.is_dir():
        raise FileAccessError(f"{folder}: there is no such folder", _HINT)
    with access(str(folder)):
        files = sorted(path for path in folder.iterdir() if path.is_file() and path.name[0] != ".")
        return tuple(_snapshot(path) for path in files)


def read_digests(root: Path, name: str) -> Mapping[str, str]:
    """The digests by source, none where there is no such file."""
    if not locate_file(root, name).exists():
        return {}
    source = read_source(root, name)
    if isinstance(source, Fault):
        raise FileAccessError(f"{source.location}: {source.message}", source.hint)
    try:
        content = json.loads(source.text)
    except ValueError as error:
        raise FileAccessError(f"{name}: this is not JSON: {error}", "Record the digests anew.") from error
    if not isinstance(content, dict) or not all(isinstance(digest, str) for digest in content.values()):
        raise FileAccessError(f"{name}: this is no object of keys and digests", "Record the digests anew.")
    return content


def write_digests(root: Path, name: str, digests: Mapping[str, str]) -> None:
    """Remember the digests, by source."""
    text = json.dumps(dict(sorted(digests.items())), indent=2, ensure_ascii=False)
    write_atomically(locate_file(root, name), f"{text}\n".encode())


def _snapshot(path: Path) -> Snapshot:
    content = path.read_bytes()
    return Snapshot(path.name, content.decode(errors="replace"), hashlib.sha256(content).hexdigest())
