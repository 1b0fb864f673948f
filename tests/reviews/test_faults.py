"""One fault at a time, planted into a review that is clean: each is named by its rule, and by no other."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportkit.model.diagnostic import Severity
from reportkit.project.check import check_project
from reportkit.project.request import Request

HERE = Path(__file__).parent
_SECTION = re.compile(
    r"^## (?P<code>\w+)[^\n]*\n+```text\nat (?P<place>[^\n]+?)(?: row (?P<row>\S+))?\n(?P<edits>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_EDIT = re.compile(r"^in (?P<file>[^\n]+)\n(?P<old>(?:^-[^\n]*\n)*)(?P<new>(?:^\+[^\n]*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Planted:
    """A fault: the rule, row or study and place to be named, and the edits that plant it."""

    code: str
    row: str
    place: str
    edits: tuple[tuple[str, str, str], ...]

    def plant(self, root: Path) -> None:
        """Edit the files of a copy of the clean review."""
        for name, old, new in self.edits:
            path = root / name
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            assert old in text, f"{name} does not hold {old!r}"
            path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def _faults(text: str) -> list[Planted]:
    return [
        Planted(
            section["code"],
            section["row"] or "",
            section["place"],
            tuple(
                (edit["file"], *_texts(edit["old"], edit["new"])) for edit in _EDIT.finditer(section["edits"])
            ),
        )
        for section in _SECTION.finditer(text)
    ]


def _texts(old: str, new: str) -> tuple[str, str]:
    """What to replace by what: without the marks; an addition keeps its line ends."""
    before = "\n".join(line[2:] for line in old.splitlines())
    after = "\n".join(line[2:] for line in new.splitlines())
    return before, after if before else f"{after}\n"


FILES = sorted((HERE / "faults").glob("*.md"))
FAULTS = [(file.stem, fault) for file in FILES for fault in _faults(file.read_text(encoding="utf-8"))]
NAMES = [f"{group} {fault.code} {index}" for index, (group, fault) in enumerate(FAULTS)]


def test_the_clean_review_has_no_finding() -> None:
    """No rule that runs by default finds anything in the clean review."""
    assert check_project(Request(HERE / "clean")).diagnostics == ()


@pytest.mark.parametrize("fault", [fault for _, fault in FAULTS], ids=NAMES)
def test_a_fault_is_named(fault: Planted, tmp_path: Path) -> None:
    """Its rule names it, once, at its place and with its row, and no other rule finds an error."""
    root = tmp_path / "review"
    shutil.copytree(HERE / "clean", root)
    fault.plant(root)
    found = check_project(Request(root, extend_select=(fault.code,))).diagnostics
    named = [d for d in found if d.code == fault.code]
    assert [str(d.location) for d in named] == [fault.place]
    assert fault.row in {"", named[0].subject}
    assert [d for d in found if d.code != fault.code and d.severity is Severity.ERROR] == []
