import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportkit.project.preflight import fault_of_place

AS_ROOT = [] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
ASK = "import pathlib, reportkit.project.preflight as p; print(p.fault_of_place(pathlib.Path()))"
MOUNT_AND_ASK = """
set -e
mount -t tmpfs -o "$1" none "$2"
trap 'cd / && umount "$2"' EXIT
cd "$2" && "$3" -c "$4"
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="the test mounts a file system of its own")


def fault_on_mount(place: Path, options: str) -> str:
    """What is said of a file system with these mount options."""
    command = [*AS_ROOT, "sh", "-c", MOUNT_AND_ASK, "sh", options, str(place), sys.executable, ASK]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_an_ordinary_folder_has_no_fault(tmp_path: Path) -> None:
    """Where there is room and the right to write, the build goes on."""
    assert fault_of_place(tmp_path) == ""


@linux
def test_a_read_only_place_is_named(tmp_path: Path) -> None:
    """Nothing is begun where nothing can be written, whoever asks."""
    assert fault_on_mount(tmp_path, "ro").startswith("this folder is read-only: build in a copy")


@linux
def test_a_full_disk_is_named_with_what_is_left(tmp_path: Path) -> None:
    """The build stops before it fills the last megabytes."""
    assert fault_on_mount(tmp_path, "size=20m").startswith("the disk is full, 20 MB are left: free 50 MB")
