"""The steps from sources to documents: manuscript, page, print, proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportkit.adapters import templates
from reportkit.adapters.files import read_text
from reportkit.adapters.fonts import cut_fonts, missing_characters
from reportkit.adapters.html_text import html_text
from reportkit.adapters.pandoc import empty_tree, format_citations, to_html
from reportkit.adapters.pdf_text import pdf_text
from reportkit.assemble.bibliography import bibtex_of
from reportkit.assemble.expected import expected_of
from reportkit.assemble.front import split_front
from reportkit.assemble.manuscript import Manuscript, assemble
from reportkit.assemble.proof import prove
from reportkit.assemble.references import link_back
from reportkit.assemble.tree import Nodes, marks
from reportkit.errors import BuildError
from reportkit.formats.document.html_items import with_html_figures
from reportkit.formats.document.html_notes import with_notes_at_calls
from reportkit.formats.document.html_paragraphs import with_paragraph_elements, with_paragraph_links
from reportkit.formats.document.html_plain import without_ballast, written_plainly
from reportkit.formats.document.page import page_values
from reportkit.formats.document.theme import THEME, checked_theme
from reportkit.model.languages import words_of
from reportkit.model.review import Review
from reportkit.model.words import Words
from reportkit.project.chapters import chapter_blocks
from reportkit.project.items import built_items


@dataclass(frozen=True)
class MadeManuscript:
    """A manuscript and the data of its tables and figures as CSV, by item id."""

    manuscript: Manuscript
    data: Mapping[str, str]


def make_fonts(review: Review, cache: Path) -> str:
    """The style sheet with our fonts inside, cut to the characters of the sources."""
    characters = {character for source in review.sources for character in source.text}
    return cut_fonts("".join(sorted(characters)), cache).css


def make_manuscript(root: Path, review: Review) -> MadeManuscript:
    """Read all chapters with pandoc and join them with everything that they show."""
    _demand_glyphs(review)
    built = built_items(review)
    chapters = [chapter_blocks(root, chapter, review.faults) for chapter in review.chapters]
    manuscript = assemble(review, chapters, built)
    return MadeManuscript(manuscript, {name: item.csv for name, item in built.items()})


def _demand_glyphs(review: Review) -> None:
    absent = missing_characters(review.sources)
    if absent:
        raise BuildError(
            "\n".join(str(character) for character in absent),
            "Use another character: a letter from a font of the machine would not look the same elsewhere.",
        )


def demand_no_marks(manuscript: Manuscript, *, draft: bool) -> None:
    """Only a draft may carry marks of what is missing."""
    if not draft and (found := marks(manuscript.blocks)):
        raise BuildError(
            "\n".join(("the review has marks that only a draft may carry", *found)),
            "Mend these places; `snakemake draft` shows the marks in red.",
        )


def make_page(root: Path, review: Review, manuscript: Manuscript, fonts_css: str, *, draft: bool) -> str:
    """The document as one HTML file."""
    demand_no_marks(manuscript, draft=draft)
    words = words_of(review.settings.language)
    tree = format_citations(
        empty_tree(manuscript.blocks), bibtex_of(review.bibliography), review.settings.language
    )
    front, body = split_front(link_back(tree["blocks"], manuscript.citing_places, words))
    texts = {name: _html(part, words) for name, part in (("front", front), ("body", body))}
    values = page_values(review, manuscript.contents, draft=draft)
    return templates.fill_page(
        root / templates.FOLDER, {**values, **texts, "fonts_css": fonts_css, "theme": _theme(root, review)}
    )


def _theme(root: Path, review: Review) -> str:
    """The project's own style; most have none."""
    name = f"{review.settings.chapters}/{THEME}"
    return checked_theme(read_text(root / name), name) if (root / name).is_file() else ""


def _html(blocks: Nodes, words: Words) -> str:
    placed = without_ballast(with_notes_at_calls(with_html_figures(blocks)))
    linked = with_paragraph_links(placed, words.this_paragraph)
    return written_plainly(with_paragraph_elements(to_html(empty_tree(linked))))


@dataclass(frozen=True, slots=True)
class Proof:
    """How many texts a manuscript promises, and which of them a document does not show at their place."""

    promised: int
    missing: tuple[str, ...]


def prove_documents(manuscript: Manuscript, page: str, pdf: bytes) -> Proof:
    """Find in both finished documents, in order, what the manuscript says."""
    expected = expected_of(manuscript)
    documents = {"HTML": html_text(page), "PDF": pdf_text(pdf)}
    missing = (f"{name}: {text}" for name, shown in documents.items() for text in prove(expected, shown))
    return Proof(len(expected), tuple(missing))
