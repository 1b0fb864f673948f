"""A check that is remembered says what a check from scratch says, whatever has changed in between."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportkit.adapters.observed import observing
from reportkit.cli.main import main
from reportkit.project.check import check_project
from reportkit.project.request import Request

SPLINTS = Path(__file__).parents[1] / "cases" / "projects" / "splints"


@pytest.fixture
def splints(tmp_path, monkeypatch):
    """A review with evidence, items, images and links, in the current folder."""
    root = tmp_path / "splints"
    shutil.copytree(SPLINTS, root)
    with (root / "chapters" / "20-results.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\nSee [the protocol](../protocol.pdf.txt) and [the data](data).\n")
    monkeypatch.chdir(root)
    return root


def answer(capsys, *arguments):
    """The exit code and all that a check prints."""
    status = main(["check", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def memories(root):
    """The files that remember."""
    return sorted((root / ".reportkit" / "check").glob("*.json"))


def append(name: str, text: str) -> Callable[[Path], None]:
    """A change: a text at the end of a file."""

    def change(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A change: other words in a file, of the same size and age."""

    def change(root: Path) -> None:
        path = root / name
        before, text = path.stat(), path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


CHANGES = {
    "word of a chapter": replace("chapters/20-results.md", "@reed2020", "@roed2020"),
    "new chapter": append("chapters/30-limits.md", "# Limits\n\nNone [@nobody].\n"),
    "chapter gone": lambda root: (root / "chapters/10-Einführung.md").unlink(),
    "chapter renamed": lambda root: (root / "chapters/10-Einführung.md").rename(root / "chapters/x.md"),
    "bibliography": replace("references.bib", "{", "("),
    "bibliography gone": lambda root: (root / "references.bib").unlink(),
    "settings": append("reportkit.toml", '\n[check]\nignore = ["CIT", "DOC", "XRF"]\n'),
    "other settings": append("pyproject.toml", '[tool.reportkit]\ntitle = "x"\n'),
    "row of evidence": replace("evidence/results.csv", "firm.healed", "soft.healed"),
    "studies": replace("evidence/studies.yaml", "reed2020", "read2020"),
    "item": append("evidence/items/healing.yaml", "\nnothing: known\n"),
    "new item": append("evidence/items/other.yaml", "kind: unknown\n"),
    "evidence gone": lambda root: shutil.rmtree(root / "evidence"),
    "image gone": lambda root: (root / "chapters/splint.svg").unlink(),
    "image there": append("chapters/gone.png", "x"),
    "linked file there": append("protocol.pdf.txt", "x"),
    "linked folder there": lambda root: (root / "chapters/data").mkdir(),
    "file made a folder": lambda root: (
        (root / "references.bib").unlink(),
        (root / "references.bib").mkdir(),
    ),
    "file made a link": lambda root: (
        (root / "references.bib").rename(root.parent / "away.bib")
        and (root / "references.bib").symlink_to(root.parent / "away.bib")
    ),
    "lock of metadata": append("refs.lock.json", "{"),
    "lock of retractions": append("retraction.lock.csv", "x"),
    "suppressions": append("evidence/suppressions.yaml", "- nothing\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("arguments", [(), ("chapters", "--format", "json"), (".", "--strict")], ids=" ".join)
def test_change_is_seen(splints, capsys, change, arguments):
    """After a change a remembering check prints the same bytes as one that begins anew."""
    first = answer(capsys, *arguments)
    assert answer(capsys, *arguments) == first
    change(splints)
    fresh = answer(capsys, *arguments, "--no-cache")
    assert answer(capsys, *arguments) == fresh
    assert answer(capsys, *arguments) == fresh


@pytest.mark.parametrize(
    "other",
    [
        ("--format", "json"),
        ("--select", "CIT"),
        ("--ignore", "CIT"),
        ("chapters/20-results.md",),
        ("--strict",),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("splints")
def test_other_arguments_ask_something_else(capsys, other):
    """What is remembered for one command is no answer to another."""
    answer(capsys)
    fresh = answer(capsys, *other, "--no-cache")
    assert answer(capsys, *other) == fresh
    assert answer(capsys, *other) == fresh


def test_memory_is_used(splints, capsys):
    """While nothing changes, the answer comes from the memory, unless that is not wanted."""
    answer(capsys)
    (memory,) = memories(splints)
    content = json.loads(memory.read_bytes())
    content["answer"] = {"text": "as remembered\n", "fails": False, "broken": False, "severities": {}}
    memory.write_text(json.dumps(content), encoding="utf-8")
    assert answer(capsys) == (0, "as remembered\n", "")
    assert answer(capsys, "--no-cache")[1] != "as remembered\n"


def test_other_toolkit_forgets(splints, capsys):
    """What another version of the package has said does not count."""
    fresh = answer(capsys)
    (memory,) = memories(splints)
    content = json.loads(memory.read_bytes()) | {"toolkit": "another"}
    content["answer"]["text"] = "of another version\n"
    memory.write_text(json.dumps(content), encoding="utf-8")
    assert answer(capsys) == fresh


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"toolkit": 1}', b"\xff\xfe", b"[" * 100_000], ids=range(7)
)
def test_broken_memory_is_forgotten(splints, capsys, content):
    """A memory that is not whole is none."""
    fresh = answer(capsys)
    for memory in memories(splints):
        memory.write_bytes(content)
    assert answer(capsys) == fresh


def test_nothing_need_be_written(splints, capsys):
    """Where no memory can be kept, the check says the same."""
    (splints / ".reportkit").write_text("a file, where the folder should be", encoding="utf-8")
    assert answer(capsys) == answer(capsys, "--no-cache")


def test_memory_stays_out_of_the_way(splints, capsys):
    """The memory is one file for each command; version control is told to leave it alone."""
    for _ in range(2):
        answer(capsys)
        answer(capsys, ".")
        append("chapters/20-results.md", "\nMore.\n")(splints)
    assert len(memories(splints)) == 2
    assert (splints / ".reportkit" / "check" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_fault_of_the_program_is_not_remembered(splints, capsys, monkeypatch):
    """A check that failed itself is done again."""
    fresh = answer(capsys, "--no-cache")
    with monkeypatch.context() as broken:
        broken.setattr("reportkit.rules.reading.passages.passages", None)
        broken.setattr("reportkit.rules.citations.undefined_key.did_you_mean", None)
        append("chapters/20-results.md", "\n[@nobody]\n")(splints)
        assert answer(capsys)[0] == 3
    replace("chapters/20-results.md", "\n[@nobody]\n", "")(splints)
    assert answer(capsys) == fresh


@pytest.mark.parametrize("paths", [(), ("chapters",), (".",), ("chapters/20-results.md", "references.bib")])
def test_every_look_is_noted(splints, paths):
    """Whatever a check opens, lists or asks the system about is among the places that it rests on."""
    with looks() as looked, observing() as seen:
        check_project(Request(splints, tuple(map(Path, paths))))
    within = {place for place in looked if splints in Path(place).parents}
    assert within - seen.keys() == set()
    assert within


@contextmanager
def looks() -> Iterator[set[str]]:
    """The files and folders that Python's functions are asked about."""
    found: set[str] = set()
    real = os.stat

    def noted(path, *arguments, **options):
        if isinstance(path, str | os.PathLike):
            found.add(os.path.abspath(path))  # noqa: PTH100 - links stay links
        return real(path, *arguments, **options)

    def hook(event, arguments):
        if (
            recording
            and event in {"open", "os.listdir", "os.scandir"}
            and isinstance(arguments[0], str | Path)
        ):
            found.add(os.path.abspath(arguments[0]))  # noqa: PTH100 - the same

    recording = True
    sys.addaudithook(hook)
    os.stat = noted
    try:
        yield found
    finally:
        os.stat, recording = real, False
