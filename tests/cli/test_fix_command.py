import subprocess
from shutil import which

import pytest

from reportkit.cli.main import main

CHAPTER = "chapters/10-results.md"


def test_changes_are_printed(project, capsys):
    """Each change is printed with its place, rule, old and new text; then what is left."""
    project.change(CHAPTER, "[50%]", "[]")
    project.change(CHAPTER, "[@nguyen2021]", "[@nguyen2021; @nguyen2021]")
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    assert main(["fix"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "chapters/10-results.md:3:15: NUM009 `` → `50%`",
        "chapters/10-results.md:3:64: CIT003 `; @nguyen2021` → ``",
        "references.bib:6:14: IDN002 `https://doi.org/` → ``",
        "3 changes in 2 files; left: no findings in 4 files",
    ]
    assert "In one study [50%]{ev=bones.walking} could walk again [@nguyen2021]." in project.read(CHAPTER)


def test_changed_row(project):
    """When a row changes, the text that is tied to it follows, in the author's form."""
    project.change(CHAPTER, "[50%]", "[10 of 20 (50%)]")
    assert main(["check"]) == 0
    project.change("evidence/results.csv", "10,20,50,", "11,20,55,")
    assert main(["check"]) == 1
    assert main(["fix"]) == 0
    assert "[11 of 20 (55%)]{ev=bones.walking}" in project.read(CHAPTER)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bytes_stay(project, ends, mark):
    """Line ends and a byte order mark stay as they are, and a second run changes no byte."""
    project.change(CHAPTER, "[50%]", "[51%]")
    text = mark + project.read(CHAPTER).replace("\n", ends)
    (project.root / CHAPTER).write_bytes(text.encode())
    assert main(["fix"]) == 0
    assert project.read(CHAPTER) == text.replace("51%", "50%")
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    times = {path: path.stat().st_mtime_ns for path in before}
    assert main(["fix"]) == 0
    assert {path: path.read_bytes() for path in before} == before
    assert {path: path.stat().st_mtime_ns for path in before} == times


def test_lone_carriage_returns(project):
    """A file whose lines end like long ago is mended at the right place."""
    text = project.read(CHAPTER).replace("[50%]", "[51%]").replace("\n", "\r")
    (project.root / CHAPTER).write_bytes(text.encode())
    assert main(["fix"]) == 0
    assert project.read(CHAPTER) == text.replace("51%", "50%").replace("\r", "\n")


def test_unsafe_fixes_wait(project, capsys):
    """A fix that could change the meaning is not made, and the findings that are left give exit code 1."""
    project.change(CHAPTER, "@nguyen2021", "@Nguyen2021")
    assert main(["fix"]) == 1
    assert capsys.readouterr().out == (
        "0 changes in 0 files; left: 1 error in 4 files; 1 with `--unsafe-fixes`\n"
    )
    assert "@Nguyen2021" in project.read(CHAPTER)
    assert main(["fix", "--unsafe-fixes"]) == 0
    assert "@nguyen2021" in project.read(CHAPTER)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_diff(project, capsys, tmp_path_factory, ends):
    """A diff shows what would change, can be applied by git, and changes nothing by itself."""
    wrong = (
        project.read(CHAPTER).replace("[50%]", "[51%]").replace("[@nguyen2021]", "[@nguyen2021; @nguyen2021]")
    )
    (project.root / CHAPTER).write_bytes(wrong.replace("\n", ends).rstrip().encode())
    before = project.read(CHAPTER)
    assert main(["fix", "--diff"]) == 1
    assert project.read(CHAPTER) == before
    patch = tmp_path_factory.mktemp("patch") / "mend.diff"
    patch.write_bytes(capsys.readouterr().out.encode())
    assert main(["fix"]) == 0
    mended = project.read(CHAPTER)
    (project.root / CHAPTER).write_bytes(before.encode())
    subprocess.run([str(which("git")), "apply", str(patch)], cwd=project.root, check=True)
    assert project.read(CHAPTER) == mended
    assert main(["fix", "--diff"]) == 0


def test_unfixable(project):
    """Fixes of rules that the settings call unfixable are neither offered nor made."""
    project.write("reportkit.toml", '[check]\nunfixable = ["IDN"]\n')
    project.change(CHAPTER, "[50%]", "[51%]")
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    assert main(["fix"]) == 0
    assert "[50%]" in project.read(CHAPTER)
    assert "https://doi.org" in project.read("references.bib")


def test_suppressed_findings_are_not_mended(project):
    """What an author wants to keep stays as it is."""
    remark = "% rk: ignore[IDN002] as the publisher prints it\n"
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    project.write("references.bib", remark + project.read("references.bib"))
    before = project.read("references.bib")
    assert main(["fix"]) == 0
    assert project.read("references.bib") == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A.\n\n<!-- rk: ignore[CIT001] no -->\nBe so.\n", "A.\n\nBe so.\n"),
        ("A.\n\n<!-- rk: ignore[CIT001] no -->\n\nBe so.\n", "A.\n\n\nBe so.\n"),
        ("A <!-- rk: ignore[CIT001] no --> and.\n", "A and.\n"),
        ("A. <!-- rk: ignore[CIT001] no -->\n", "A.\n"),
        ("A.\n\n<!-- rk: off[CIT001] no -->\n\nBe so.\n\n<!-- rk: on -->\n", "A.\n\n\nBe so.\n\n"),
        ("- A\n\n<!-- rk: ignore[CIT001] no -->\n\n- B\n", None),
        ("A<!-- rk: ignore[CIT001] no -->Be so.\n", None),
        ("A.\n\n<!-- rk: ignore[CIT0O1] no -->\nBe so.\n", None),
    ],
)
def test_unused_remarks(project, before, after):
    """A remark of no use is removed where nothing else can change by that."""
    path = project.write("chapters/20-more.md", before)
    main(["fix"])
    assert path.read_text(encoding="utf-8") == (before if after is None else after)


def test_one_code_of_a_remark(project):
    """Of two codes the one that is of no use goes."""
    remark = "<!-- rk: ignore[CIT001,CIT003] both -->\n"
    path = project.write("chapters/20-more.md", remark + "[@nguyen2021; @nguyen2021].\n")
    assert main(["fix"]) == 0
    assert path.read_text(encoding="utf-8").startswith("<!-- rk: ignore[CIT003] both -->\n")


def test_unused_record(project):
    """A record beside the evidence that is of no use goes with its lines."""
    kept = "suppressions:\n- {code: NUM002, subject: x, reason: y}\n"
    record = "- code: NUM001\n  subject: bones.walking\n  reason: no\n"
    path = project.write("evidence/suppressions.yaml", kept.replace("NUM002", "EVI999") + record)
    main(["fix"])
    assert path.read_text(encoding="utf-8") == kept.replace("NUM002", "EVI999")


def test_selection(project):
    """Only the fixes of the rules that are chosen are made."""
    project.change(CHAPTER, "[50%]", "[51%]")
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    main(["fix", "--select", "IDN"])
    assert "[51%]" in project.read(CHAPTER)
    assert "{10.1000" in project.read("references.bib")


def test_paths(project):
    """Only the files that are named are changed."""
    project.change(CHAPTER, "[50%]", "[51%]")
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    assert main(["fix", CHAPTER]) == 0
    assert "[50%]" in project.read(CHAPTER)
    assert "https://doi.org" in project.read("references.bib")


def test_nothing_is_lost_in_a_broken_bibliography(project):
    """Entries that cannot be read are left as they are while others are mended."""
    broken = "@article{half, title = {Never closed\n"
    project.change("references.bib", "{10.1000", "{https://doi.org/10.1000")
    project.write("references.bib", project.read("references.bib") + broken)
    assert main(["fix"]) == 1
    text = project.read("references.bib")
    assert "{10.1000" in text
    assert text.endswith(broken)
