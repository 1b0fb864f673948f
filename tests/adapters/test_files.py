import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.files import is_file, read_or_fault, read_source, write_atomically
from reportkit.adapters.observed import holds, observing
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Position, SourceText


def write(root: Path, content: bytes, name: str = "a.md") -> Path:
    """A file with these bytes."""
    (root / name).write_bytes(content)
    return root


def test_line_ends_are_folded(tmp_path: Path) -> None:
    """Windows and old Macintosh line ends read like Unix ones."""
    assert read_source(write(tmp_path, b"a\r\nb\rc\n"), "a.md") == SourceText("a.md", "a\nb\nc\n")


def test_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    """A byte order mark is not a character of the first column."""
    assert read_source(write(tmp_path, b"\xef\xbb\xbfa"), "a.md") == SourceText("a.md", "a")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\xff", Position(1, 1)),
        ("üü\nabc".encode() + b"\xe9t\xe9", Position(2, 4)),
        (b"\xef\xbb\xbfa\r\nb\x80", Position(2, 2)),
        ("ä\n".encode() + b"\0", Position(2, 1)),
    ],
)
def test_first_byte_that_is_no_text_is_named(tmp_path: Path, content: bytes, place: Position) -> None:
    """A file that is not UTF-8 is one fault at the row and column of its first bad byte."""
    fault = read_source(write(tmp_path, content), "a.md")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.location.start) == ("RKT007", place)


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_a_fault(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Reading bytes never raises."""
    read = read_source(write(tmp_path_factory.mktemp("bytes"), content), "a.md")
    assert isinstance(read, SourceText | Fault)


@pytest.mark.parametrize("name", ["a" * 5000, "a/" * 5000, "a\0b", "../a.md", "."])
def test_names_that_no_file_of_the_project_has(tmp_path: Path, name: str) -> None:
    """Such a name is refused in words, however odd it is."""
    (tmp_path / "project").mkdir()
    write(tmp_path, b"a")
    assert not is_file(tmp_path / "project", name)
    with pytest.raises(FileAccessError):
        read_source(tmp_path / "project", name)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named in one line."""
    with pytest.raises(FileAccessError, match=r"^a\.md: there is no such file or folder$"):
        read_source(tmp_path, "a.md")


def test_folder_is_not_a_file(tmp_path: Path) -> None:
    """A folder with the name of a chapter is not read."""
    (tmp_path / "a.md").mkdir()
    with pytest.raises(FileAccessError, match="not a file"):
        read_source(tmp_path, "a.md")


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe is refused instead of waiting for its other end."""
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(FileAccessError, match="not a file"):
        read_source(tmp_path, "a.md")


@pytest.mark.parametrize("relative", ["../secret.md", "link.md", "folder/secret.md", "/etc/hostname"])
def test_nothing_outside_the_project_is_read(tmp_path: Path, relative: str) -> None:
    """Neither a path nor a link leads out of the project."""
    project = tmp_path / "project"
    project.mkdir()
    write(tmp_path, b"secret", "secret.md")
    (project / "link.md").symlink_to(tmp_path / "secret.md")
    (project / "folder").symlink_to(tmp_path)
    with pytest.raises(FileAccessError, match="outside the project"):
        read_source(project, relative)


@pytest.mark.parametrize("relative", ["../secret.md", "link.md", "folder/secret.md", "folder"])
def test_no_digest_of_what_lies_outside(tmp_path: Path, relative: str) -> None:
    """A check remembers where a name leads that leaves the project, and nothing of what is there."""
    project = tmp_path / "project"
    project.mkdir()
    write(tmp_path, b"secret", "secret.md")
    (project / "link.md").symlink_to(tmp_path / "secret.md")
    (project / "folder").symlink_to(tmp_path)
    with observing() as before:
        assert not is_file(project, relative)
    write(tmp_path, b"another secret", "secret.md")
    with observing() as after:
        assert not is_file(project, relative)
    assert after == before
    assert all(holds(name, state) for name, state in before.items())


def test_link_within_the_project_is_followed(tmp_path: Path) -> None:
    """A link to another file of the project is that file."""
    (tmp_path / "b.md").symlink_to(write(tmp_path, b"text") / "a.md")
    assert read_source(tmp_path, "b.md") == SourceText("b.md", "text")


def test_circle_of_links_is_an_access_error(tmp_path: Path) -> None:
    """Links in a circle end in one line, not in a traceback."""
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(FileAccessError, match="circle"):
        read_source(tmp_path, "a.md")


def test_name_with_nul_is_an_access_error(tmp_path: Path) -> None:
    """A name that no file can have is refused."""
    with pytest.raises(FileAccessError):
        read_source(tmp_path, "a\0.md")


def test_written_file_is_complete(tmp_path: Path) -> None:
    """Writing leaves the new content and nothing beside it."""
    write_atomically(tmp_path / "a.txt", b"one")
    write_atomically(tmp_path / "a.txt", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"two"}


def test_permissions_survive_writing(tmp_path: Path) -> None:
    """A file that is written again keeps who may read it."""
    (write(tmp_path, b"one") / "a.md").chmod(0o640)
    write_atomically(tmp_path / "a.md", b"two")
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_link_is_written_through(tmp_path: Path) -> None:
    """Writing to a link changes the file that it names."""
    (tmp_path / "link.md").symlink_to(write(tmp_path, b"one") / "a.md")
    write_atomically(tmp_path / "link.md", b"two")
    assert (tmp_path / "a.md").read_bytes() == b"two"
    assert (tmp_path / "link.md").is_symlink()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing/a.txt", "no such file or folder"),
        ("folder", "is a folder"),
        ("file/a.txt", "a part of this path is a file"),
        ("x" * 300, "name is too long"),
    ],
)
def test_failed_writing_leaves_nothing(tmp_path: Path, path: str, reason: str) -> None:
    """What cannot be written is said in one line and leaves no file behind."""
    (tmp_path / "folder").mkdir()
    write(tmp_path, b"old", "file")
    with pytest.raises(FileAccessError, match=reason) as caught:
        write_atomically(tmp_path / path, b"new")
    assert "\n" not in caught.value.message
    assert caught.value.hint
    assert sorted(entry.name for entry in tmp_path.rglob("*")) == ["file", "folder"]


def test_place_that_forbids_writing_is_named() -> None:
    """Permission denied is said in plain words, also to the superuser."""
    with pytest.raises(FileAccessError, match=r"permission denied|read-only"):
        write_atomically(Path("/System" if sys.platform == "darwin" else "/sys", "review.pdf"), b"new")


def test_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    """When the space ends in the middle, the old file is still whole and no half file is left."""
    (tmp_path / "a.txt").write_bytes(b"old")
    program = """
import sys
from pathlib import Path
from reportkit.adapters.files import write_atomically
from reportkit.errors import FileAccessError
try:
    write_atomically(Path(sys.argv[1]), bytes(100_000))
except FileAccessError as error:
    print(error.message, "|", error.hint)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert "the file size limit is reached | Raise the limit" in done.stdout
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file that no person wrote is refused with its size, before it takes minutes and gigabytes."""
    (tmp_path / "10-big.md").write_bytes(b"a line\n" * 3_000_000)
    fault = read_or_fault(tmp_path, "10-big.md", "RKT008")
    assert isinstance(fault, Fault)
    assert fault.message == "the file has 21 MB, and no file of more than 20 MB is read"
