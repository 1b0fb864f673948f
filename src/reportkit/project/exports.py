"""The manuscript in the formats that pandoc writes, each read back before it is handed on."""

import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from reportkit.adapters import templates
from reportkit.adapters.docx_reference import reference_docx
from reportkit.adapters.docx_text import docx_text
from reportkit.adapters.drawings import png_address
from reportkit.adapters.epub_text import epub_text
from reportkit.adapters.files import read_bytes
from reportkit.adapters.jats_text import jats_text
from reportkit.adapters.markdown_text import markdown_text
from reportkit.adapters.packages import dated, repacked
from reportkit.adapters.pandoc import empty_tree, format_citations, write_document
from reportkit.assemble.bibliography import bibtex_of
from reportkit.assemble.expected import expected_of
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.proof import Kind, prove
from reportkit.assemble.references import link_back
from reportkit.errors import BuildError
from reportkit.formats.document import docx, epub, jats, markdown
from reportkit.formats.document.export import Export, titled
from reportkit.model.languages import words_of
from reportkit.model.review import Review
from reportkit.project.documents import demand_no_marks

EXPORTS: Mapping[str, tuple[Export, Callable[[bytes], str]]] = {
    "docx": (docx.EXPORT, docx_text),
    "epub": (epub.EXPORT, epub_text),
    "md": (markdown.EXPORT, markdown_text),
    "xml": (jats.EXPORT, jats_text),
}
"""By the ending of its files: how a format is written, and how its text is read back."""


def make_export(
    root: Path, review: Review, manuscript: Manuscript, form: str, fonts_css: str, *, draft: bool
) -> bytes:
    """The document in one of these formats; BuildError where it does not say what the manuscript says."""
    demand_no_marks(manuscript, draft=draft)
    export, read_back = EXPORTS[form]
    manuscript = replace(manuscript, blocks=export.order(manuscript.blocks))
    cited = format_citations(
        empty_tree(manuscript.blocks), bibtex_of(review.bibliography), review.settings.language
    )
    blocks = link_back(cited["blocks"], manuscript.citing_places, words_of(review.settings.language))
    draw = partial(png_address, fonts_css=fonts_css)
    tree = {**cited, **titled(review, blocks, export, draw, draft=draft)}
    with tempfile.TemporaryDirectory() as folder:
        options = [*export.options, *_options(form, tree, root / templates.FOLDER, Path(folder))]
        document = write_document(tree, export.writer, options)
    finished = _finished(document, form, review.settings.data_date, root / templates.FOLDER)
    _demand_proof(manuscript, form, read_back(finished))
    return finished


def _finished(document: bytes, form: str, day: str, ours: Path) -> bytes:
    """The document with its date, which the writer does not know, and with our style."""
    match form:
        case "docx":
            return repacked(document, {"docProps/core.xml": partial(dated, day=day)})
        case "epub":
            style = read_bytes(ours / "epub.css")
            return repacked(
                document,
                {"EPUB/content.opf": partial(dated, day=day), "EPUB/styles/stylesheet1.css": lambda _: style},
            )
    return document


def _options(form: str, tree: Mapping[str, Any], ours: Path, folder: Path) -> Sequence[str]:
    """The options that name files: styles, templates, and an identifier that is that of the content."""
    match form:
        case "docx":
            reference = folder / "reference.docx"
            reference.write_bytes(reference_docx())
            return [f"--reference-doc={reference}"]
        case "epub":
            content = hashlib.sha256(repr(tree).encode()).hexdigest()
            return [f"--metadata=identifier:urn:uuid:{UUID(content[:32])}"]
        case "xml":
            return [f"--template={ours / 'jats.xml'}"]
    return []


def _demand_proof(manuscript: Manuscript, form: str, shown: str) -> None:
    """Everything but the contents, which readers of these formats make themselves."""
    expected = [item for item in expected_of(manuscript) if item.kind is not Kind.CONTENTS_ENTRY]
    if missing := prove(expected, shown):
        told = (f"the {form} file does not say what the review says", *map(str, missing))
        raise BuildError("\n".join(told))
