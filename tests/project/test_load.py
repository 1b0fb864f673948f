from pathlib import Path

import pytest

from reportkit.check.review import check_review
from reportkit.check.selection import Selection
from reportkit.errors import FileAccessError
from reportkit.model.review import Review
from reportkit.project.load import load_review

PROJECTS = Path(__file__).parents[1] / "cases" / "projects"


def faults(review: Review) -> list[str]:
    """Everything that the readers noted, wherever it is kept."""
    return [f"{fault.location} {fault.code} {fault.message}" for fault in review.all_faults]


def test_sound_project_is_read_whole() -> None:
    """Settings, chapters, references, evidence and items of a project are all there, without a fault."""
    review = load_review(PROJECTS / "splints")
    assert faults(review) == []
    assert review.settings.title == "Splints and casts"
    assert [chapter.filename for chapter in review.chapters] == [
        "chapters/10-Einführung.md",
        "chapters/20-results.md",
    ]
    assert list(review.bibliography.by_key) == ["reed2020", "lake2021"]
    assert review.evidence is not None
    assert [result.id for result in review.evidence.results] == ["firm.healed"]
    assert [item.id for item in review.items] == ["healing"]
    assert review.missing_images == {"gone.png"}
    assert review.item_citations == {}


def test_every_text_that_may_be_printed_is_a_source() -> None:
    """Fonts are cut to all sources: a letter may stand in the title or in a caption alone."""
    names = [source.filename for source in load_review(PROJECTS / "splints").sources]
    assert names == [
        "reportkit.toml",
        "chapters/10-Einführung.md",
        "chapters/20-results.md",
        "references.bib",
        "evidence/studies.yaml",
        "evidence/results.csv",
        "evidence/items/healing.yaml",
    ]


def test_empty_project_says_what_is_missing(tmp_path: Path) -> None:
    """An empty folder is a project without chapters, not a crash."""
    review = load_review(tmp_path)
    assert faults(review) == ["chapters:1:1 RKT008 there is no such folder"]
    assert review.bibliography.references == ()
    assert review.evidence is None


@pytest.mark.parametrize("bibliography", [None, ""])
def test_a_review_that_cites_nothing_needs_no_bibliography(tmp_path: Path, bibliography: str | None) -> None:
    """A missing or empty file is told where a citation or the evidence would need it."""
    chapter = tmp_path / "chapters" / "10-a.md"
    chapter.parent.mkdir()
    chapter.write_text("# A\n")
    if bibliography is not None:
        (tmp_path / "references.bib").write_text(bibliography)
    assert faults(load_review(tmp_path)) == []
    chapter.write_text("# A [@b]\n")
    (told,) = faults(load_review(tmp_path))
    assert told.startswith("references.bib:1:1 RKT004")


def test_folder_with_the_name_of_a_chapter_is_a_fault(tmp_path: Path) -> None:
    """A folder is a chapter without a text, and what lies in it is none."""
    (tmp_path / "references.bib").write_text("@misc{a,}\n", encoding="utf-8")
    (tmp_path / "chapters" / "10-a.md").mkdir(parents=True)
    (tmp_path / "chapters" / "10-a.md" / "20-b.md").write_text("text", encoding="utf-8")
    review = load_review(tmp_path)
    assert faults(review) == ["chapters/10-a.md:1:1 RKT008 this is not a file"]
    assert [(c.filename, c.source.text) for c in review.chapters] == [("chapters/10-a.md", "")]


def test_files_can_be_named_instead(tmp_path: Path) -> None:
    """A project that is not laid out like ours names its chapters and its bibliography."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "intro.md").write_text("See [@a].\n", encoding="utf-8")
    (tmp_path / "a.bib").write_text("@misc{a,}\n", encoding="utf-8")
    review = load_review(tmp_path, bibliography=["a.bib"], chapters=["docs"])
    assert faults(review) == []
    assert [chapter.filename for chapter in review.chapters] == ["docs/intro.md"]
    assert list(review.bibliography.by_key) == ["a"]


def test_one_missing_bibliography_leaves_the_others(tmp_path: Path) -> None:
    """A bibliography file that is not there is named once, and the other is read."""
    (tmp_path / "a.bib").write_text("@misc{a,}\n", encoding="utf-8")
    (tmp_path / "c.bib").mkdir()
    (tmp_path / "d.bib").write_bytes(b"@misc{\xe9,}")
    review = load_review(tmp_path, bibliography=["a.bib", "b.bib", "c.bib", "d.bib"], chapters=[])
    assert faults(review) == [
        "b.bib:1:1 RKT004 there is no such file or folder",
        "c.bib:1:1 RKT004 this is not a file",
        "d.bib:1:7 RKT007 the file is not UTF-8 text: byte 0xE9 is not UTF-8",
    ]
    assert list(review.bibliography.by_key) == ["a", "é"]


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    """A chapter that is named by a path out of the project stops the run."""
    (tmp_path / "project").mkdir()
    (tmp_path / "a.md").write_text("secret", encoding="utf-8")
    with pytest.raises(FileAccessError, match="outside the project"):
        load_review(tmp_path / "project", chapters=["../a.md"])


def test_two_readings_are_equal() -> None:
    """The same files give the same review."""
    assert load_review(PROJECTS / "splints") == load_review(PROJECTS / "splints")


@pytest.mark.parametrize(
    "named",
    [
        "refs.bib",
        "'refs.bib'",
        "[refs.bib]",
        "\n- refs.bib",
        "\n  - refs.bib # ours\n  - more.bib",
        "paper/refs.bib",
    ],
)
def test_a_document_names_its_own_bibliography(tmp_path: Path, named: str) -> None:
    """A document of another project says at its head, as seen from its folder, what it cites from."""
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "paper.md").write_text(f"---\nbibliography: {named}\n---\n\nSee [@a].\n")
    (tmp_path / "paper" / "refs.bib").write_text("@misc{a,}\n")
    (tmp_path / "paper" / "more.bib").write_text("@misc{b,}\n")
    review = load_review(tmp_path, chapters=["paper"])
    assert faults(review) == []
    assert next(iter(review.bibliography.by_key)) == "a"
    assert {source.filename for source in review.bibliography.sources} >= {"paper/refs.bib"}


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("gone.bib", "2:15 RKT004 `paper/gone.bib`: there is no such file or folder"),
        ("[../../b.bib]", "2:16 RKT004 `../b.bib`: lies outside the project"),
        ('"a\\nb"', "2:1 RKT004 a bibliography of this name: there is no such file or folder"),
        ("{a: b}", "5:5 RKT004 this is cited, and no bibliography is named"),
        ("[unclosed", "5:5 RKT004 this is cited, and no bibliography is named"),
    ],
)
def test_a_bibliography_that_a_document_names_in_vain(tmp_path: Path, named: str, told: str) -> None:
    """What cannot be read is told once, where it is named, and nothing outside of the project is read."""
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "paper.md").write_text(f"---\nbibliography: {named}\n---\n\nSee [@a].\n")
    assert faults(load_review(tmp_path, chapters=["paper"])) == [f"paper/paper.md:{told}"]


@pytest.mark.parametrize(
    ("book", "text"),
    [
        ("_quarto.yml", "project:\n  type: book\nbibliography: refs.bib\n"),
        ("index.Rmd", "---\ntitle: Casts\nbibliography: [refs.bib]\n---\n\nText.\n"),
        ("parts/index.qmd", "---\nbibliography: ../refs.bib\n---\n"),
    ],
)
def test_a_book_names_the_bibliography_of_its_chapters(tmp_path: Path, book: str, text: str) -> None:
    """A chapter that says nothing itself is cited from what its book names."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.md").write_text("See [@a].\n")
    (tmp_path / "refs.bib").write_text("@misc{a,}\n")
    (tmp_path / book).write_text(text)
    review = load_review(tmp_path, chapters=["parts/one.md"])
    assert faults(review) == []
    assert list(review.bibliography.by_key) == ["a"]


def _write(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


_TWICE = "@article{a,\n  title = {Casts},\n  doi = {10.1000/a},\n}\n"


def _codes(root: Path) -> list[str]:
    findings = check_review(load_review(root, chapters=["."]), Selection(("BIB002", "BIB034", "BIB035")))
    return [f"{d.location} {d.code}" for d in findings.diagnostics]


def test_documents_with_bibliographies_of_their_own(tmp_path: Path) -> None:
    """What two documents of a repository each have is no duplicate; what one document reads twice is."""
    _write(
        tmp_path,
        one__paper_md="---\nbibliography: refs.bib\n---\n\nSee [@a].\n",
        one__refs_bib=_TWICE,
        two__paper_md="---\nbibliography: refs.bib\n---\n\nSee [@a].\n",
        two__refs_bib=_TWICE,
    )
    assert _codes(tmp_path) == []
    _write(tmp_path, three_md="---\nbibliography: [one/refs.bib, two/refs.bib]\n---\n\nSee [@a].\n")
    assert _codes(tmp_path) == ["two/refs.bib:1:10 BIB002"]
    _write(tmp_path, two__refs_bib=_TWICE.replace("{a,", "{b,"))
    assert _codes(tmp_path) == ["two/refs.bib:3:10 BIB034"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("knitr::write_bib(.packages(), 'packages.bib')", []),
        ('library(x)\ncat("@misc{b,}", file = "made/packages.bib")', []),
        ("RefManageR::ReadBib('packages.bib')", ["a.Rmd:2:25 RKT004"]),
        ("knitr::write_bib(.packages(), 'other.bib')", ["a.Rmd:2:25 RKT004"]),
    ],
)
def test_a_bibliography_that_a_document_writes(tmp_path: Path, code: str, told: list[str]) -> None:
    """It is not missed, and no key is unknown while it is not there: both are unchecked."""
    text = f"---\nbibliography: [own.bib, packages.bib]\n---\n\nSee [@R-base].\n\n```{{r}}\n{code}\n```\n"
    (tmp_path / "a.Rmd").write_text(text)
    (tmp_path / "own.bib").write_text("@misc{a,}\n")
    findings = check_review(load_review(tmp_path, chapters=["a.Rmd"]), Selection(("RKT004", "CIT001")))
    assert [f"{d.location} {d.code}" for d in findings.diagnostics] == told
    unchecked = [(one.code, one.subject) for one in findings.unchecked]
    assert unchecked == ([] if told else [("CIT001", "R-base"), ("RKT004", "packages.bib")])


def test_a_bibliography_on_the_web(tmp_path: Path) -> None:
    """Nothing is fetched: it is unchecked, and so is what may stand in it."""
    address = "https://example.org/refs.bib"
    (tmp_path / "a.md").write_text(f"---\nbibliography: {address}\n---\n\nSee [@a].\n")
    findings = check_review(load_review(tmp_path, chapters=["a.md"]), Selection(("RKT004", "CIT001")))
    assert findings.diagnostics == ()
    assert [one.subject for one in findings.unchecked] == ["a", address]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thanks to @reed and @lake.\n", []),
        ("By ([@reed](https://example.org/reed)).\n", []),
        ("So it is [@reed2020], as @lake says.\n", ["a.md:1:10 RKT004"]),
    ],
)
def test_names_of_accounts_where_nothing_is_cited(tmp_path: Path, text: str, told: list[str]) -> None:
    """Without a bibliography only brackets show that a work is meant."""
    (tmp_path / "a.md").write_text(text)
    findings = check_review(load_review(tmp_path, chapters=["a.md"]), Selection(("RKT004", "CIT001")))
    assert [f"{d.location} {d.code}" for d in findings.diagnostics] == told


@pytest.mark.parametrize("around", [".git", "here"])
def test_a_bibliography_above_the_folder_that_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    """It is read where the repository, or else the folder in which the check runs, holds both."""
    _write(tmp_path, docs__a_md="---\nbibliography: ../refs.bib\n---\n\nSee [@a].\n", refs_bib="@misc{a,}\n")
    outside = ["a.md:2:15 RKT004 `../refs.bib`: lies outside the project"]
    assert faults(load_review(tmp_path / "docs", chapters=["."])) == outside
    if around == "here":
        monkeypatch.chdir(tmp_path)
    else:
        (tmp_path / around).mkdir()
    review = load_review(tmp_path / "docs", chapters=["."])
    assert faults(review) == []
    assert [source.filename for source in review.bibliography.sources] == ["../refs.bib"]
