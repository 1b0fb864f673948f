"""How far a project reaches: nothing beyond is read."""

import os
from pathlib import Path

from reportkit.adapters.observed import observe_name


def reaches(root: Path, path: Path) -> bool:
    """Whether a real path lies in the project: below its root, or with it in one repository.

    Without a repository the project reaches as far as the folder in which the check runs.
    """
    top = os.path.realpath(root)
    return path.is_relative_to(top) or path.is_relative_to(_project(top, os.path.realpath(os.curdir)))


def _project(top: str, here: str) -> Path:
    root = Path(top)
    for folder in (root, *root.parents):
        observe_name(folder / ".git")
        if os.path.lexists(folder / ".git"):
            return folder
    return Path(here) if root.is_relative_to(here) else root
