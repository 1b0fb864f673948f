"""What lies among texts and is none to check: notes for a repository's visitors, and what tools make."""

import re
from collections.abc import Collection, Iterator
from os.path import normpath
from pathlib import Path

from reportkit.adapters.files import read_or_fault
from reportkit.adapters.yaml_nodes import Mapping, plain_value, read_mapping
from reportkit.model.location import SourceText

_FOR_VISITORS = re.compile(
    r"(?i:readme|licen[cs]e|contributing|changelog|copying|code_of_conduct|cran-comments)(?:[-._].*)?\.\w+"
    r"|(?:NEWS|CHANGES|CONDUCT|SECURITY|SUPPORT|AUTHORS|CONTRIBUTORS|SETUP|USAGE)\.\w+"
)
_MADE = {"_book", "_site", "node_modules", "renv"}
_BOOKS = {"_bookdown.yml", "_quarto.yml"}


def for_visitors(path: Path) -> bool:
    """Whether a file's name tells that those read it who come across the repository."""
    return _FOR_VISITORS.fullmatch(path.name) is not None


def made_folders(root: Path, paths: Collection[Path]) -> frozenset[Path]:
    """The folders among these paths, and those that books name, that tools write into."""
    made = {path for path in paths if path.name in _MADE}
    named = {folder for path in paths if path.name in _BOOKS for folder in _outputs(root, path)}
    return frozenset(made | named)


def _outputs(root: Path, book: Path) -> Iterator[Path]:
    """The folders that the settings of a book name, but for its own."""
    name = book.relative_to(root).as_posix()
    source = read_or_fault(root, name, "RKT008")
    node = read_mapping(source) if isinstance(source, SourceText) else None
    values = plain_value(node) if isinstance(node, Mapping) else None
    settings = values if isinstance(values, dict) else {}
    project = settings.get("project")
    names = (settings.get("output_dir"), project.get("output-dir") if isinstance(project, dict) else None)
    folders = (Path(normpath(book.parent / each)) for each in names if each and isinstance(each, str))
    yield from (folder for folder in folders if folder not in book.parents)
