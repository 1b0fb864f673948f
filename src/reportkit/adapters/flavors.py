"""In which dialect of Markdown a file is written: its name tells, or the project around it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from reportkit.adapters.files import is_file, list_files

_NAMES = {".qmd": "quarto", ".rmd": "rmarkdown"}
SUFFIXES = frozenset({".md", *_NAMES})
"""How the names of texts end, in small letters."""

_PROJECTS = {"_quarto.yml": "quarto", "_bookdown.yml": "rmarkdown"}
_MANUBOT = "metadata.yaml"
_PART = re.compile(r"\d+\.[^/]*\.md")


def flavors(root: Path, names: Iterable[str]) -> Mapping[str, str]:
    """The flavour of each of these files."""
    texts = [PurePosixPath(name) for name in names]
    folders = {text.parent for text in texts}
    around = {folder: _of_folder(root, folder) for folder in folders}
    return {str(text): _NAMES.get(text.suffix.lower()) or around[text.parent] for text in texts}


def is_manuscript(root: Path, folder: PurePosixPath) -> bool:
    """Whether a folder holds a manuscript of Manubot: metadata and parts such as `01.abstract.md`."""
    return is_file(root, str(folder / _MANUBOT)) and any(map(is_part, list_files(root, str(folder))))


def is_part(name: str) -> bool:
    """Whether Manubot takes a file of this name into its manuscript."""
    return _PART.fullmatch(name) is not None


def _of_folder(root: Path, folder: PurePosixPath) -> str:
    if is_manuscript(root, folder):
        return "manubot"
    marks = ((mark, around / mark) for around in (folder, *folder.parents) for mark in _PROJECTS)
    return next((_PROJECTS[mark] for mark, path in marks if is_file(root, str(path))), "pandoc")
