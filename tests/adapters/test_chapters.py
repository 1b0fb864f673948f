import unicodedata
from pathlib import Path

import pytest

from reportkit.adapters.chapters import chapter_paths, read_chapters
from reportkit.adapters.images import missing_images
from reportkit.adapters.texts import markdown_paths
from reportkit.errors import FileAccessError


@pytest.fixture
def chapters(tmp_path: Path) -> Path:
    """An empty folder of chapters."""
    (tmp_path / "chapters").mkdir()
    return tmp_path / "chapters"


def fill(folder: Path, *names: str) -> None:
    """Chapters with these names."""
    for name in names:
        (folder / name).write_text(f"# {name}\n", encoding="utf-8")


def listed(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the chapters in their order, and what is said about the folder."""
    paths, faults = chapter_paths(folder.parent, folder.name)
    assert all(fault.code == "RKT008" for fault in faults)
    said = [f"{fault.location}: {fault.message}" for fault in faults]
    return [path.removeprefix("chapters/") for path in paths], said


def test_chapters_are_in_the_order_of_their_numbers(chapters: Path) -> None:
    """Numbers count, not digits, and files that are no chapters are passed over."""
    fill(
        chapters,
        "10-methods.md",
        "9-background.md",
        "100-end.md",
        ".DS_Store",
        ".#10-methods.md",
        "fig.png",
        "10-m.md~",
    )
    assert listed(chapters) == (["9-background.md", "10-methods.md", "100-end.md"], [])


def test_names_may_have_blanks_and_umlauts(chapters: Path) -> None:
    """A name is in the author's language."""
    fill(chapters, "10-Über uns.md", "20-日本.md")
    assert listed(chapters) == (["10-Über uns.md", "20-日本.md"], [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("methods.md", "a chapter's name has to be a number, a hyphen, words and `.md`"),
        ("10_methods.md", "a chapter's name has to be a number, a hyphen, words and `.md`"),
        ("10-.md", "a chapter's name has to be a number, a hyphen, words and `.md`"),
        ("10-methods.MD", "a chapter's name has to be a number, a hyphen, words and `.md`"),
        ("١-methods.md", "a chapter's name has to be a number, a hyphen, words and `.md`"),
        ("10-{methods}.md", "a chapter's name may not hold braces"),
        ("-10-methods.md", "a chapter's name may not begin with a hyphen"),
    ],
)
def test_name_that_gives_no_place_is_refused(chapters: Path, name: str, message: str) -> None:
    """A name without a clear place is a fault of that file, which is read all the same."""
    fill(chapters, name)
    assert listed(chapters) == ([name], [f"chapters/{name}:1:1: {message}"])


@pytest.mark.parametrize("name", ["10-a\nb.md", "10-a\x1b[31m.md", "10-\u202egnirts.md"])
def test_name_with_control_characters_is_not_printed(chapters: Path, name: str) -> None:
    """A name that would spoil the screen is refused in a message that does not."""
    fill(chapters, name)
    names, (message,) = listed(chapters)
    assert names == []
    assert message.startswith("chapters:1:1: the name ")
    assert message.isprintable()


def test_name_of_undecodable_bytes_is_refused(chapters: Path) -> None:
    """A name that is not UTF-8 is refused in a message that is."""
    try:
        (Path(str(chapters)) / b"10-\xff.md".decode("utf-8", "surrogateescape")).write_text(
            "", encoding="utf-8"
        )
    except OSError:
        return  # a file system that has no such names needs no such message
    names, (message,) = listed(chapters)
    assert names == []
    assert "10-\\udcff.md" in message.encode().decode()


def test_equal_numbers_are_refused(chapters: Path) -> None:
    """Two chapters with one number have no order."""
    fill(chapters, "10-a.md", "010-b.md", "20-c.md")
    names, faults = listed(chapters)
    assert names == ["010-b.md", "10-a.md", "20-c.md"]
    assert faults == ["chapters/10-a.md:1:1: `010-b.md` has the same number"]


@pytest.mark.parametrize("twin", ["10-METHODÉ.md", unicodedata.normalize("NFD", "10-methodé.md")])
def test_twins_are_refused(chapters: Path, twin: str) -> None:
    """Names that are one file on another machine are refused, once."""
    fill(chapters, "10-methodé.md", twin)
    if len(list(chapters.iterdir())) == 2:
        _, (message,) = listed(chapters)
        assert "in case or in the coding of accents only" in message


def test_no_chapters_is_a_fault(chapters: Path) -> None:
    """A review without chapters says so."""
    assert listed(chapters) == ([], ["chapters:1:1: the folder has no chapters"])
    chapters.rmdir()
    assert listed(chapters) == ([], ["chapters:1:1: there is no such folder"])


def test_chapter_that_cannot_be_read_is_a_fault_and_the_others_are_read(chapters: Path) -> None:
    """A folder, a dead link and bytes that are no text cost no other chapter, and stay without a text."""
    fill(chapters, "10-a.md", "50-e.md")
    (chapters / "20-b.md").mkdir()
    (chapters / "30-c.md").symlink_to("nowhere.md")
    (chapters / "40-d.md").write_bytes(b"# \xe9\n")
    read, faults = read_chapters(chapters.parent, chapter_paths(chapters.parent, "chapters")[0])
    assert [chapter.filename for chapter in read if chapter.source.text] == [
        "chapters/10-a.md",
        "chapters/50-e.md",
    ]
    assert len(read) == len(faults) + 2
    assert [f"{fault.location} {fault.code} {fault.message}" for fault in faults] == [
        "chapters/20-b.md:1:1 RKT008 this is not a file",
        "chapters/30-c.md:1:1 RKT008 there is no such file or folder",
        "chapters/40-d.md:1:3 RKT007 the file is not UTF-8 text: byte 0xE9 is not UTF-8",
    ]


def test_chapter_is_scanned(chapters: Path) -> None:
    """A chapter knows what stands in it."""
    (chapters / "10-a.md").write_text("# Title\n\nSaid [@reed2020].\n", encoding="utf-8")
    (chapter,), _ = read_chapters(chapters.parent, ["chapters/10-a.md"])
    (citation,) = chapter.scan.citations
    assert (citation.key, str(chapter.locate(citation.key_span))) == ("reed2020", "chapters/10-a.md:3:8")


def test_folders_stand_for_what_lies_below(tmp_path: Path) -> None:
    """A folder means all Markdown files below it; hidden ones and circles of links are left alone."""
    for name in ("docs/b.md", "docs/a/c.md", "docs/.hidden/d.md", "docs/a/e.txt", "f.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        fill((tmp_path / name).parent, Path(name).name)
    (tmp_path / "docs" / "a" / "circle").symlink_to(tmp_path / "docs")
    paths = ["f.md", "docs", "docs/b.md", str(tmp_path / "docs" / "a")]
    assert markdown_paths(tmp_path, paths)[0] == ("f.md", "docs/a/c.md", "docs/b.md")
    assert markdown_paths(tmp_path, ["docs/.hidden"])[0] == ("docs/.hidden/d.md",)


def test_sources_of_quarto_and_knitr_below_a_folder(tmp_path: Path) -> None:
    """Files of all flavours are found, but not what is made from one of them."""
    fill(tmp_path, "a.qmd", "b.Rmd", "b.md", "c.md", "d.markdown", "e.qmd~")
    assert markdown_paths(tmp_path, ["."])[0] == ("a.qmd", "b.Rmd", "c.md")
    assert markdown_paths(tmp_path, ["b.md"])[0] == ("b.md",)


def test_what_visitors_read_and_tools_make(tmp_path: Path) -> None:
    """Both are left alone below a folder with other texts; by name they can be asked for."""
    made = ("_book/a.md", "docs/b.md", "out/c.md", "renv/d.md", "sub/_site/e.md")
    for name in ("paper.md", "README.md", "LICENSE-CC0.md", "NEWS.md", "news.qmd", "sub/f.Rmd", *made):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        fill((tmp_path / name).parent, Path(name).name)
    (tmp_path / "_bookdown.yml").write_text("output_dir: docs\n")
    (tmp_path / "sub" / "_quarto.yml").write_text("project:\n  output-dir: ../out\n")
    assert markdown_paths(tmp_path, ["."])[0] == ("news.qmd", "paper.md", "sub/f.Rmd")
    assert markdown_paths(tmp_path, ["docs", "README.md"])[0] == ("docs/b.md", "README.md")
    (tmp_path / "_bookdown.yml").write_text("output_dir: .\n")
    assert "docs/b.md" in markdown_paths(tmp_path, ["."])[0]


@pytest.mark.parametrize("settings", ["- 1\n", "project: 1\noutput_dir: [a]\n", "a: [\n", "output_dir: /\n"])
def test_books_that_name_no_folder(tmp_path: Path, settings: str) -> None:
    """Whatever a book's settings say, the texts are found; where all is for visitors, that is the text."""
    fill(tmp_path, "README.md")
    (tmp_path / "_quarto.yml").write_text(settings)
    assert markdown_paths(tmp_path, ["."])[0] == ("README.md",)


@pytest.mark.parametrize(
    ("name", "flavor", "read_as"),
    [
        ("a.md", "", "pandoc"),
        ("a.qmd", "", "quarto"),
        ("a.Rmd", "", "rmarkdown"),
        ("a.rmd", "", "rmarkdown"),
        ("a.qmd", "pandoc", "pandoc"),
        ("a.md", "manubot", "manubot"),
    ],
)
def test_flavor(tmp_path: Path, name: str, flavor: str, read_as: str) -> None:
    """A file's name tells its flavour where nobody says another one."""
    (tmp_path / name).write_text("```{r}\nx\n```\n\n@fig-a @fig:b\n", encoding="utf-8")
    (chapter,), _ = read_chapters(tmp_path, [name], flavor)
    assert chapter.flavor == read_as
    assert bool(chapter.scan.chunks) == (read_as in {"quarto", "rmarkdown"})


@pytest.mark.parametrize(
    ("mark", "name", "read_as"),
    [
        ("_quarto.yml", "sub/a.md", "quarto"),
        ("_quarto.yml", "sub/a.Rmd", "rmarkdown"),
        ("_bookdown.yml", "a.md", "rmarkdown"),
        ("content/metadata.yaml", "content/01.abstract.md", "manubot"),
        ("metadata.yaml", "01.abstract.md", "manubot"),
        ("metadata.yaml", "abstract.md", "pandoc"),
        ("sub/_quarto.yml", "a.md", "pandoc"),
    ],
)
def test_flavor_of_a_project(tmp_path: Path, mark: str, name: str, read_as: str) -> None:
    """What lies around a file tells its flavour where its name does not."""
    for each in (mark, name):
        (tmp_path / each).parent.mkdir(exist_ok=True)
        (tmp_path / each).write_text("title: x\n")
    (chapter,), _ = read_chapters(tmp_path, [name])
    assert chapter.flavor == read_as


def test_a_manuscript_of_manubot(tmp_path: Path) -> None:
    """What lies among its parts and is none of them is not printed; by name it can be asked for."""
    (tmp_path / "content").mkdir()
    parts = ("content/00.front-matter.md", "content/01.abstract.md")
    for name in (*parts, "content/metadata.yaml", "content/letter.md", "more.md"):
        (tmp_path / name).write_text("x\n")
    assert markdown_paths(tmp_path, ["."])[0] == (*parts, "more.md")
    assert markdown_paths(tmp_path, ["content/letter.md"])[0] == ("content/letter.md",)


@pytest.mark.parametrize("name", ["a\nb.md", "sub\x07/a.md", "a\udcff.md"])
def test_name_that_cannot_be_printed(tmp_path: Path, name: str) -> None:
    """No finding could name such a file: that it is not read is told, whether it was named or not."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("See.\n")
    (tmp_path / "c.md").write_text("See.\n")
    for asked in (["."], [name, "c.md"]):
        paths, (fault,) = markdown_paths(tmp_path, asked)
        assert paths == ("c.md",)
        assert f"{fault.location} {fault.code}" == ".:1:1 RKT008"
        assert fault.message.isprintable()


@pytest.mark.parametrize("name", ["missing.md", "../outside.md"])
def test_named_file_has_to_be_there(tmp_path: Path, name: str) -> None:
    """What is asked for by name and cannot be had stops the run."""
    with pytest.raises(FileAccessError):
        markdown_paths(tmp_path, [name])


def test_missing_images_are_named(chapters: Path) -> None:
    """An image stands beside its chapter or in the project; addresses are no files."""
    fill(chapters.parent, "beside root.png")
    fill(chapters, "beside.png")
    targets = [
        "beside.png",
        "beside%20root.png",
        "gone.png",
        "../beside.png",
        "chapters",
        "https://a.org/b.png",
    ]
    targets += [
        "../../outside.png",
        "//a.org/b.png",
        "data:image/png;base64,AA==",
        "http://[b.png",
        "a%00b.png",
    ]
    text = "\n\n".join(f"![alt]({target})" for target in targets)
    (chapters / "10-a.md").write_text(text, encoding="utf-8")
    read, _ = read_chapters(chapters.parent, ["chapters/10-a.md"])
    assert missing_images(chapters.parent, read) == {
        "gone.png",
        "../beside.png",
        "chapters",
        "../../outside.png",
        "a%00b.png",
    }
