"""`reportkit check --add-suppressions`: what it writes, and that nothing else changes by it."""

import json
import re
import subprocess
from itertools import pairwise

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.cli.main import main
from reportkit.project.check import check_project
from reportkit.project.request import Request
from reportkit.project.suppress import suppress_findings

CHAPTER, BIB, ROWS = "chapters/10-results.md", "references.bib", "evidence/results.csv"

BLOCKS = (
    "A claim [@none].",
    "# A heading [@none] {#sec:KEY}",
    "- An item [@none]\n- and another.",
    "- An item.\n\n- Another [@none].",
    "1. First.\n\n2. Second [@none].\n\n   And more [@none].",
    "> They say\n> so [@none].",
    "| a | b |\n|---|---|\n| 1 | [@none] |",
    ": Names of all\n\n| a |\n|---|\n| [@none] |",
    "Term\n:   means [@none]\n\nOther\n:   means that [@none]",
    "::: {.note}\nText [@none]\n:::",
    "    code [@none]",
    "```\ncode [@none]\n```",
    "Two spaces [@none]  \nbreak a line.",
    "| Lines that\n| break [@none]",
    "Words\\\nbreak [@none]\\\nhere",
    "A note[^KEY] [@none].\n\n[^KEY]: Said [@none].\n\n    And more [@none].",
    "![A cast [@none]](cast.png)",
    "-----\n a  b\n--- ---\n 1  [@none]\n-----",
)


def _is_remark(node):
    return isinstance(node, dict) and node.get("t", "").startswith("Raw") and "rk:" in node["c"][1]


def _without_comments(value):
    if isinstance(value, list):
        return [_without_comments(part) for part in value if not _is_remark(part)]
    if isinstance(value, dict):
        return {key: _without_comments(part) for key, part in value.items()}
    return value


def _tree(text):
    command = [pypandoc.get_pandoc_path(), "--from", "markdown", "--to", "json"]
    run = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return _trimmed(_without_comments(json.loads(run.stdout)["blocks"]))


def _trimmed(value):
    """The tree without the spaces at the ends of lines, where a comment may have stood."""
    if isinstance(value, list):
        parts = [_trimmed(part) for part in value]
        breaks = [{"t": "LineBreak"}, {"t": "SoftBreak"}, None]
        return [p for p, after in pairwise([*parts, None]) if p != {"t": "Space"} or after not in breaks]
    if isinstance(value, dict):
        return {key: _trimmed(part) for key, part in value.items()}
    return value


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6))
def test_the_document_stays(project, blocks):
    """The document is the same to pandoc with the remarks as without, and a second run adds none."""
    text = "\n\n".join(block.replace("KEY", f"k{place}") for place, block in enumerate(blocks)) + "\n"
    path = project.write("chapters/20-more.md", text)
    request = Request(project.root, select=("CIT001",))
    suppress_findings(request, "not public yet")
    after = path.read_text(encoding="utf-8")
    assert _tree(after) == _tree(text)
    findings = check_project(request)
    assert len(findings.diagnostics) <= text.count("[@none]")
    suppress_findings(request, "not public yet")
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize("block", [b for b in BLOCKS if not re.search("code|cast|Names", b)])
def test_what_is_found_is_not_told(project, block):
    """Nearly everywhere there is a place for the remark."""
    project.write("chapters/20-more.md", f"Text.\n\n{block.replace('KEY', 'k')}\n")
    request = Request(project.root, select=("CIT001",))
    suppress_findings(request, "not public yet")
    findings = check_project(request)
    assert [d.message for d in findings.diagnostics] == []
    assert findings.suppressed


def test_everywhere(project, capsys):
    """Remarks go into chapters, bibliography and beside the evidence; line ends stay."""
    chapter = project.read(CHAPTER).replace("@nguyen2021", "@nguyen2012").replace("\n", "\r\n")
    (project.root / CHAPTER).write_bytes(chapter.encode())
    project.change(BIB, "{10.1000", "{https://doi.org/10.1000")
    project.change(ROWS, ",50,%", ",55,%")
    main(["check", "--add-suppressions", "as printed"])
    out, err = capsys.readouterr()
    assert err == "remarks written into 3 files\n"
    assert project.read(CHAPTER).splitlines()[2] == "<!-- rk: ignore[CIT001, NUM009] as printed -->"
    assert "\n" not in project.read(CHAPTER).replace("\r\n", "")
    assert project.read(BIB).startswith("% rk: ignore[IDN002] as printed\n@article{")
    assert project.read("evidence/suppressions.yaml") == (
        'suppressions:\n- code: NUM001\n  subject: "bones.walking"\n  reason: "as printed"\n'
    )
    assert out.startswith("no findings in ")
    assert "4 suppressed" in out


def test_more_records(project):
    """A list that is there already goes on, in the form that it has."""
    project.change(ROWS, ",50,%", ",55,%")
    old = "# what we know\nsuppressions:\n  # rows\n  - {code: NUM002, subject: x, reason: y}\n"
    project.write("evidence/suppressions.yaml", old)
    assert main(["check", "--select", "NUM001", "--add-suppressions", 'so "it" is']) == 0
    assert project.read("evidence/suppressions.yaml").startswith(old)


@pytest.mark.parametrize("reason", ["", "  ", "a --> b", "a\nb"])
def test_no_reason(project, capsys, reason):
    """What cannot be a reason is refused before anything is written."""
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    before = project.read(CHAPTER)
    assert main(["check", "--add-suppressions", reason]) == 2
    assert capsys.readouterr().err.startswith("reportkit: a reason is words in one line")
    assert project.read(CHAPTER) == before


def test_what_cannot_be_read_is_told(project):
    """No remark is written for what cannot be suppressed."""
    project.write(BIB, project.read(BIB) + "@article{half, title = {Never closed\n")
    before = project.read(BIB)
    assert main(["check", "--select", "BIB001", "--add-suppressions", "known"]) == 1
    assert project.read(BIB) == before


def test_a_file_in_another_coding_is_left_alone(project):
    """No remark is written into a file that is not UTF-8; the others get theirs."""
    content = project.read(BIB).replace("Rossi", "Müller").replace("{10.1000", "{https://doi.org/10.1000")
    (project.root / BIB).write_bytes(content.encode("latin-1"))
    project.change(CHAPTER, "@nguyen2021", "@nguyen2012")
    assert main(["check", "--add-suppressions", "known"]) == 1
    assert (project.root / BIB).read_bytes() == content.encode("latin-1")


def test_other_flavours(project):
    """In a chapter of another flavour remarks are held against its own reading."""
    text = "```{r walk, echo=FALSE}\nplot(1)\n```\n\nSee \\@ref(fig:walk) [@none].\n"
    path = project.write("more.Rmd", text)
    request = Request(project.root, (path,), (project.root / BIB,), select=("CIT001",))
    suppress_findings(request, "known")
    remark = "<!-- rk: ignore[CIT001] known -->\n"
    assert path.read_text(encoding="utf-8") == text.replace("See", f"{remark}See")
