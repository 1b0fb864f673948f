"""Two editions of a review read and compared, and the comparison as a page."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from reportkit.adapters import templates
from reportkit.adapters.fonts import cut_fonts
from reportkit.adapters.pandoc import empty_tree, format_citations, to_html
from reportkit.adapters.revisions import checked_out, commit_of
from reportkit.assemble.bibliography import bibtex_of_both
from reportkit.errors import UsageError
from reportkit.formats.document.html_items import with_html_figures
from reportkit.formats.document.html_notes import with_notes_at_calls
from reportkit.formats.document.html_paragraphs import with_paragraph_elements
from reportkit.formats.redline.page import redline_values, with_html_marks
from reportkit.project.chapters import CACHE
from reportkit.project.documents import make_manuscript
from reportkit.project.load import load_review
from reportkit.redline.comparison import Edition, Redline, compare
from reportkit.redline.links import without_dead_links
from reportkit.redline.references import cited, in_order, mark_references

_SHORT = 8  # digits of a commit, which people know it by


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an edition lies: a folder, or the commit that `identity` names, under the name it is shown by."""

    name: str
    identity: str
    folder: Path


def compare_editions(root: Path, before: str, now: str | None) -> Redline:
    """Compare two revisions or folders, or one with the files as they are."""
    with ExitStack() as opened:
        old = _opened(root, before, opened)
        new = _opened(root, now, opened) if now else _Place("working files", str(root.resolve()), root)
        if old.identity == new.identity:
            raise UsageError(f"{old.name} and {new.name} are the same", "Name two that differ.")
        return compare(_edition(old), _edition(new))


def _opened(root: Path, name: str, opened: ExitStack) -> _Place:
    """The folder of that name, or else the files of that revision."""
    if Path(name).is_dir():
        return _Place(name, str(Path(name).resolve()), Path(name))
    commit = commit_of(root, name)
    short = commit[:_SHORT]
    shown = short if commit.startswith(name) else f"{name} ({short})"
    return _Place(shown, commit, opened.enter_context(checked_out(root, commit)))


def _edition(place: _Place) -> Edition:
    review = load_review(place.folder)
    if not review.chapters:
        folder = review.settings.chapters
        hint = f"`git log --reverse -- {folder}` lists the revisions that have some, the first one first."
        raise UsageError(f"{place.name} has no chapters in `{folder}`, so no review to compare", hint)
    return Edition(place.name, review, make_manuscript(place.folder, review).manuscript)


def make_redline_page(root: Path, redline: Redline) -> str:
    """The comparison as one HTML file, its references numbered as they are now."""
    order = [*cited(redline.now.manuscript), *(record.id for record in redline.references.removed)]
    bibtex = bibtex_of_both(redline.now.review.bibliography, redline.before.review.bibliography)
    language = redline.now.review.settings.language
    tree = format_citations(empty_tree([in_order(order), *redline.blocks]), bibtex, language)
    marked = mark_references(tree["blocks"][1:], redline.references)
    linked = without_dead_links(marked, {f"ev-{name}" for name in redline.evidence.rows.ids})
    placed = with_html_marks(with_notes_at_calls(with_html_figures(linked)))
    body = with_paragraph_elements(to_html(empty_tree(placed)))
    values = {**redline_values(redline), "body": body, "fonts_css": _fonts(root, redline)}
    return templates.fill_page(root / templates.FOLDER, values, "redline.html.jinja")


def _fonts(root: Path, redline: Redline) -> str:
    sources = (*redline.before.review.sources, *redline.now.review.sources)
    characters = {character for source in sources for character in source.text}
    return cut_fonts("".join(sorted(characters)), root / CACHE / "fonts").css
