"""Faults of the place that the workflow engine would meet with a traceback, or only after minutes of work."""

import os
import shutil
from pathlib import Path

ROOM = 50_000_000  # bytes: the work files of a long review and its documents


def fault_of_place(root: Path) -> str:
    """Why nothing can be built here and what to do about it; empty where there is no such fault."""
    if not os.access(root, os.W_OK):
        return "this folder is read-only: build in a copy of it that can be written to"
    free = shutil.disk_usage(root).free
    if free < ROOM:
        return f"the disk is full, {free // 1_000_000} MB are left: free {ROOM // 1_000_000} MB and run it again"
    return ""
