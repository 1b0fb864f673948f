"""Faults of the place that the workflow engine would meet with a traceback, or only after minutes of work."""

import os
import shutil
from pathlib import Path

_ROOM = 50  # megabytes: the work files of a long review and its documents


def fault_of_place(root: Path) -> str:
    """Why nothing can be built here and what to do about it; empty where there is no such fault."""
    if not os.access(root, os.W_OK):
        return "this folder is read-only: build in a copy of it that can be written to"
    left = shutil.disk_usage(root).free // 1_000_000
    if left < _ROOM:
        return f"the disk is full, {left} MB are left: free {_ROOM} MB and run it again"
    return ""
