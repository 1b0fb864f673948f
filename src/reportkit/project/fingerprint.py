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

from reportkit.adapters import templates
from reportkit.adapters.settings import read_settings
from reportkit.errors import ReportkitError
from reportkit.model.settings import Settings
from reportkit.project.images import TYPES

_DISTRIBUTION = "reportkit-review"
_OTHERS = {"build", "node_modules", "tests"}


def source_files(root: Path) -> tuple[str, ...]:
    """Names of the files that the review and its check are made of, as far as they exist, sorted.

    Images count wherever they lie. What editors leave behind (hidden files, names with a tilde) is no source.
    """
    settings = _settings(root)
    named = (settings.filename, *settings.bibliography, settings.metadata, settings.retractions)
    found = {name for name in (*named, settings.baseline) if (root / name).is_file()}
    for folder in (settings.chapters, settings.evidence, templates.FOLDER):
        found.update(_files_below(root, folder))
    found.update(name for name in _files_below(root, ".") if Path(name).suffix.lower() in TYPES)
    return tuple(sorted(found))


def fingerprint(root: Path) -> str:
    """A digest over all sources, the code of the package and the versions of its tools."""
    digest = hashlib.sha256()
    for name in source_files(root):
        digest.update(f"{name}\0{_content(root / name)}\n".encode())
    package = Path(__file__).parents[1]
    for name in sorted(_files_below(package, ".")):
        digest.update(f"{name}\0{_content(package / name)}\n".encode())
    digest.update("\n".join(_tool_versions()).encode())
    return digest.hexdigest()


def _settings(root: Path) -> Settings:
    try:
        return read_settings(root)[0]
    except ReportkitError:  # the check says what is wrong with them
        return Settings()


def _files_below(root: Path, folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__")) and name not in _OTHERS]
        for name in names:
            if not name.startswith(".") and not name.endswith("~"):
                yield Path(os.path.relpath(Path(place, name), root)).as_posix()


def _content(path: Path) -> str:
    """The digest of a file; one that cannot be read has none, and the step that needs it will say so."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _tool_versions() -> Iterator[str]:
    for requirement in metadata.requires(_DISTRIBUTION) or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and not re.search(r"extra == .test", requirement):
            yield f"{name[0]} {_version(name[0])}"


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "missing"
