"""One fault at a time, planted into a review that is clean: each is named by its rule, and by no other.

Each file of `faults/` is about the review of its name.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportkit.model.diagnostic import Severity
from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.rules.registry import all_rules

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


REVIEWS = sorted(file.stem for file in (HERE / "faults").glob("*.md"))
FAULTS = [
    pytest.param(HERE / name, fault, id=f"{name} {fault.code} {index}")
    for name in REVIEWS
    for index, fault in enumerate(_faults((HERE / "faults" / f"{name}.md").read_text(encoding="utf-8")))
]


@pytest.mark.parametrize("name", REVIEWS)
def test_the_review_without_faults_has_no_finding(name: str) -> None:
    """No rule that runs by default finds anything in a review that nothing was planted into."""
    assert check_project(Request(HERE / name)).diagnostics == ()


@pytest.mark.parametrize(("review", "fault"), FAULTS)
def test_a_fault_is_named(review: Path, fault: Planted, tmp_path: Path) -> None:
    """Its rule names it, once, at its place and with its row, and no other rule finds an error."""
    root = tmp_path / "review"
    shutil.copytree(review, root)
    fault.plant(root)
    found = check_project(Request(root, extend_select=(fault.code,))).diagnostics
    named = [d for d in found if d.code == fault.code]
    assert [str(d.location) for d in named] == [fault.place]
    assert fault.row in {"", named[0].subject}
    assert [d for d in found if d.code != fault.code and d.severity is Severity.ERROR] == []


def test_every_rule_has_a_fault() -> None:
    """A new rule brings a fault that it names; those that no text can be planted for are tested elsewhere."""
    planted = {fault.values[1].code for fault in FAULTS}
    assert {rule.code for rule in all_rules()} - planted == {"CIT027", "RKT005", "RKT006", "RKT007", "RKT011"}
