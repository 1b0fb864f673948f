"""Earlier revisions of a project, read from its git repository without touching the project's folder."""

import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from reportkit.adapters.outputs import write_output
from reportkit.errors import MissingToolError, UsageError

_INSTALL = "Debian and Ubuntu: apt-get install git"


def commit_of(folder: Path, revision: str) -> str:
    """The full name of the commit that a revision names."""
    if _git(folder, "rev-parse", "--show-toplevel") is None:
        raise UsageError(f"{folder.absolute()} is in no git repository", "Name two folders to compare.")
    name = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if name is None:
        hint = "`git log --oneline` lists the revisions; a folder is compared when it has this name."
        raise UsageError(f"there is no revision and no folder {revision}", hint)
    return name.decode().strip()


@contextmanager
def checked_out(folder: Path, commit: str) -> Iterator[Path]:
    """The files of a commit in a temporary folder; of a project within a repository only its part."""
    top = _git(folder, "rev-parse", "--show-toplevel") or b""
    within = (_git(folder, "rev-parse", "--show-prefix") or b"").decode().strip()
    archive = _git(Path(top.decode().strip()), "archive", "--format=zip", "-0", commit)
    if archive is None:
        raise UsageError(f"git cannot read all of {commit}", "Try `git fetch --unshallow`.")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / within
        root.mkdir(parents=True, exist_ok=True)
        _unpack(archive, Path(name))
        yield root


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files; links are not followed, as they may lead anywhere."""
    with ZipFile(BytesIO(archive)) as files:
        for entry in files.infolist():
            if not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16):
                write_output(folder / entry.filename, files.read(entry))


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers, None where it refuses."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        outcome = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a list, no shell
    except FileNotFoundError as error:
        raise MissingToolError("git is not installed", _INSTALL) from error
    return outcome.stdout if outcome.returncode == 0 else None
