"""What documents are made from: the names of the sources, and one digest over all that can change an output.

Snakemake compares the files that a rule names. It does not see that one was deleted, that the package was
edited or that a tool was renewed; each rule therefore carries the digest as a parameter.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from reportkit.model.settings import Settings

DISTRIBUTION = "reportkit-review"
TEMPLATES = "templates"


def source_files(root: Path, settings: Settings) -> tuple[str, ...]:
    """Names of the files that the review is written in, as far as they exist, sorted.

    What editors leave behind (hidden files, names with a tilde at the end) is none of them.
    """
    single = (settings.filename, *settings.bibliography)
    folders = (settings.chapters, settings.evidence, TEMPLATES)
    found = {name for name in single if (root / name).is_file()}
    return tuple(sorted(found.union(*(_files_below(root, folder) for folder in folders))))


def fingerprint(root: Path, settings: Settings) -> str:
    """A digest over all sources, the code of the package and the versions of its tools."""
    digest = hashlib.sha256()
    for name in source_files(root, settings):
        digest.update(f"{name}\0{_content(root / name)}\n".encode())
    package = Path(__file__).parents[1]
    for name in _files_below(package, "."):
        if name.endswith(".py"):
            digest.update(f"{name}\0{_content(package / name)}\n".encode())
    digest.update("\n".join(_tool_versions()).encode())
    return digest.hexdigest()


def _files_below(root: Path, folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith("~"):
                yield (Path(place) / name).relative_to(root).as_posix()


def _content(path: Path) -> str:
    """The digest of a file; one that cannot be read has none, and the step that needs it will say so."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _tool_versions() -> Iterator[str]:
    for requirement in metadata.requires(DISTRIBUTION) or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and not re.search(r"extra == .test", requirement):
            yield f"{name[0]} {_version(name[0])}"


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "missing"
