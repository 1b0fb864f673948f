"""Documents in another language than English."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from reportkit.adapters.html_text import html_text
from reportkit.assemble.expected import expected_of
from reportkit.assemble.proof import prove
from reportkit.model.languages import words_of
from reportkit.model.words import Words
from reportkit.project.documents import make_manuscript, make_page
from reportkit.project.load import load_review

ROOT = Path(__file__).parents[2]
CLEAN_REVIEW = ROOT / "tests" / "reviews" / "clean"
CHAPTER = """# Ergebnisse {#sec:a}

Nach sechs Wochen waren "[48 von 50 (96,0 %)]{ev=firm.splint.healed}" geheilt [@reed2020firm]; siehe
@tbl:healing und @sec:a.[^n]

[^n]: Die Eltern sagten 'gut'.

::: {#tbl:healing .table item=healing}
:::
"""


def english() -> set[str]:
    """All that the toolkit says in English and otherwise in German."""
    german, ours = words_of("de-AT"), Words()
    said = {name: (getattr(ours, name), getattr(german, name)) for name in (f.name for f in fields(Words))}
    texts = {was for was, now in said.values() if isinstance(was, str) and was != now and "{" not in was}
    texts |= {was for was, now in german.phrases.items() if was != now}
    return {text for text in texts if any(map(str.isalpha, text))} - {"of"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A review in German, found whole by the proof."""
    folder = tmp_path_factory.mktemp("review") / "copy"
    shutil.copytree(CLEAN_REVIEW, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    settings = folder / "reportkit.toml"
    said = settings.read_text(encoding="utf-8")
    said = re.sub(r"^(language|data-date) = .*\n", "", said, flags=re.MULTILINE)
    settings.write_text(f'language = "de-DE"\ndata-date = 2024-03-31\n{said}', encoding="utf-8")
    for chapter in (folder / "chapters").iterdir():
        chapter.unlink()
    (folder / "chapters" / "10-ergebnisse.md").write_text(CHAPTER, encoding="utf-8")
    review = load_review(folder)
    manuscript = make_manuscript(folder, review).manuscript
    page = make_page(folder, review, manuscript, "", draft=False)
    assert prove(expected_of(manuscript), html_text(page)) == ()
    return page


def test_no_english_word_of_the_toolkit_is_left(page: str) -> None:
    """Neither in the text nor in what is read aloud; what the evidence says is its own."""
    shown = html_text(page) + " ".join(re.findall(r'(?:aria-label|title)="([^"]*)"', page))
    evidence = "".join(
        p.read_text() for p in CLEAN_REVIEW.rglob("*") if p.suffix in {".csv", ".yaml", ".bib"}
    )
    ours = {word for word in english() if word not in evidence}
    assert len(ours) > 60
    assert [word for word in sorted(ours) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shown)] == []


@pytest.mark.parametrize(
    "said",
    [
        "Inhalt",
        "Daten vom 31. März 2024",
        "„48 von 50",
        "‚gut‘",
        "Abschnitt\u00a01",
        "Tabelle\u00a01",
        "Quellen",
    ],
)
def test_the_language_of_the_document_is_followed(page: str, said: str) -> None:
    """Words, names of months and quotation marks."""
    assert said in html_text(page)


def test_hyphenation_and_readers_aloud_know_the_language(page: str) -> None:
    """The page says it where they look for it, and so do print and the citation processor."""
    assert '<html lang="de-DE">' in page
    assert 'content: "Seite "' in page


def test_a_language_without_words_has_english_ones() -> None:
    """Rather than none."""
    assert words_of("fr-CA") == words_of("en-GB") == Words()


def test_each_language_says_everything() -> None:
    """What a language leaves out would be English, which is meant for very few words."""
    same = {f.name for f in fields(Words) if getattr(words_of("de"), f.name) == getattr(Words(), f.name)}
    assert same == set()
