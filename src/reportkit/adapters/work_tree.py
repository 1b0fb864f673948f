"""What git says of the files of a project; nothing is changed and no network is asked."""

import os
import subprocess
from pathlib import Path

from reportkit.model.release import WorkTree

_GENERATED = (":(exclude)build", ":(exclude).snakemake", ":(exclude).reportkit")
_STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal")
_STATE_AND_BLANK = 3  # what stands before each name


def read_work_tree(root: Path) -> WorkTree:
    """The files below a folder that differ from the last commit, but for what builds leave behind."""
    command = ["git", "-C", str(root), *_STATUS, "--", ".", *_GENERATED]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program, and no shell
            command, capture_output=True, check=False, env=environment
        )
    except FileNotFoundError:
        return WorkTree(unknown="git is not installed")
    if answer.returncode:
        said = answer.stderr.decode(errors="replace").strip().splitlines()
        return WorkTree(unknown=said[0] if said else "git failed")
    entries = answer.stdout.decode(errors="backslashreplace").split("\0")
    return WorkTree(tuple(sorted(entry[_STATE_AND_BLANK:] for entry in entries if entry)))
