"""Rules about the check itself that no miniature project can show."""

import pytest

from reportkit.adapters.bibtex_blocks import read_blocks
from reportkit.check.run import run_rules
from reportkit.cli.main import main
from reportkit.measures.near import did_you_mean
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Severity
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.rules.rule import Rule
from reportkit.scanner import scan

CHAPTER, BIB = "chapters/10-results.md", "references.bib"


def _found(root, **request):
    return [(d.code, d.location.filename) for d in check_project(Request(root, **request)).diagnostics]


def _fail_on(word):
    """A reader or part of a rule that fails on a file with this word, and reads all others."""

    def patch(monkeypatch, target, original):
        def failing(text, *rest):
            if word in str(text):
                raise ValueError(word)
            return original(text, *rest)

        monkeypatch.setattr(target, failing)

    return patch


def test_a_chapter_that_cannot_be_scanned(project, monkeypatch, capsys):
    """A fault of the scanner names the chapter and ends in exit code 3; the others are checked."""
    project.write("chapters/20-more.md", "Some cursed words [@none].\n")
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    _fail_on("cursed")(monkeypatch, "reportkit.adapters.chapters.scan", scan)
    assert main(["check", "--select", "CIT001"]) == 3
    out = capsys.readouterr().out
    assert "chapters/20-more.md:1:1: RKT005 reading this file failed at tests.cli.test_tool_rules:" in out
    assert "ValueError: cursed" in out
    assert main(["fix"]) == 3


def test_a_bibliography_that_cannot_be_read(project, monkeypatch):
    """A fault of the reader names the file, and no key is called unknown for it."""
    project.write(BIB, f"% cursed\n{project.read(BIB)}")
    _fail_on("cursed")(monkeypatch, "reportkit.adapters.bibtex.read_blocks", read_blocks)
    assert _found(project.root) == [("RKT005", BIB)]


def test_a_rule_that_fails_on_one_chapter(project, monkeypatch):
    """A rule's fault names the chapter that it fails on; other rules go on."""
    project.write("chapters/20-more.md", "Some words [@cursed].\n")
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    _fail_on("cursed")(monkeypatch, "reportkit.rules.citations.undefined_key.did_you_mean", did_you_mean)
    assert _found(project.root) == [("RKT005", "chapters/20-more.md"), ("IDN002", BIB)]


def test_a_rule_that_fails_everywhere():
    """Where no single file is to blame, the settings of the project stand for it."""

    def check(_):
        raise ValueError

    rule = Rule(
        code="XYZ1",
        name="flaw",
        severity=Severity.ERROR,
        needs=frozenset(),
        documentation="A flaw.",
        check=check,
    )
    chapters = tuple(Chapter(SourceText(name, "A."), scan("A.")) for name in ("a.md", "b.md"))
    (failed,) = run_rules(Review(Settings(), chapters), rules=[rule])
    assert failed.location.filename == "reportkit.toml"


@pytest.mark.parametrize(
    ("text", "row", "mended"),
    [
        ("# A\n\nB.\r\n\nC.\n", 3, "# A\n\nB.\n\nC.\n"),
        ("# A\r\n\r\nB.\r\n\nC.\r\n", 4, "# A\r\n\r\nB.\r\n\r\nC.\r\n"),
        ("\ufeff# A\r\nB.\n", 1, "\ufeff# A\nB.\n"),
        ("# A\n\nGröße.\r\n\r\nC.\n\n", 3, "# A\n\nGröße.\n\nC.\n\n"),
    ],
)
def test_mixed_line_ends(project, text, row, mended):
    """Line ends of two kinds are one warning; the fix takes the more frequent ones."""
    path = project.root / "chapters/20-more.md"
    path.write_bytes(text.encode())
    (found,) = check_project(Request(project.root)).diagnostics
    assert (found.code, found.location.start.row) == ("RKT011", row)
    assert main(["fix"]) == 0
    assert path.read_bytes() == mended.encode()
    assert main(["check", "--strict"]) == 0


@pytest.mark.parametrize(
    "text", ["A.\n\nB.\n", "A.\r\n\r\nB.\r\n", "\ufeffA.\r\nB.\r\n", "A.", "", "A.\rB.\r"]
)
def test_line_ends_of_one_kind(project, text):
    """One kind of line end, and a byte order mark, are no finding."""
    (project.root / "chapters/20-more.md").write_bytes(text.encode())
    assert ("RKT011", "chapters/20-more.md") not in _found(project.root, select=("RKT011",))


@pytest.mark.parametrize(
    ("word", "mended"),
    [("CIT0O1", "CIT001"), ("cit0o1", "CIT001"), ("RKT0O4", "RKT004"), ("CTI001", "CIT001"), ("XYZ", None)],
)
def test_misspelt_rules(project, word, mended):
    """A letter for a digit, or one rule alone that is near, is mended in the settings; nothing is guessed."""
    path = project.write("reportkit.toml", f'[check]\nignore = ["{word}"]\n')
    main(["fix"])
    assert path.read_text(encoding="utf-8") == f'[check]\nignore = ["{mended or word}"]\n'


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        ("reportkit.adapters.evidence.read_studies", "evidence/studies.yaml"),
        ("reportkit.adapters.evidence.read_results", "evidence/results.csv"),
        ("reportkit.adapters.evidence.read_suppressions", "evidence/suppressions.yaml"),
        ("reportkit.adapters.items.read_record", "evidence/items/walking.yaml"),
        ("reportkit.project.items.build_table", "evidence/items/walking.yaml"),
    ],
)
def test_evidence_that_cannot_be_read(project, monkeypatch, reader, name):
    """A fault of a reader of the evidence names the file, and nothing is told that follows from it."""
    project.write("evidence/suppressions.yaml", "suppressions:\n")
    item = "kind: table\nbuilder: outcomes\ncaption: Who walked.\nrows: [bones.walking]\n"
    project.write("evidence/items/walking.yaml", item)
    project.write("chapters/20-more.md", "See @tbl:walking.\n\n::: {#tbl:walking .table item=walking}\n:::\n")
    assert _found(project.root) == []
    monkeypatch.setattr(reader, None)
    assert _found(project.root) == [("RKT005", name)]
    assert main(["check"]) == 3
